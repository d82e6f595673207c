import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import type { Subscription } from '../api/orders/contract/contract.ts'
import type { TerminationPreview } from '../api/orders/termination/terminations.ts'
import { withFirstOfMonth } from '../api/rules/first-of-month.ts'
import { readDay, typeDay } from './rig/days.ts'
import { test } from './rig/journey.ts'
import { expectGoodLooks } from './rig/looks.ts'
import { addFilter, ask, titled } from './rig/page.ts'

const trunk = 'OC39724'
const list = 'Liste des offres contractées'

const euros = (cents: number) => new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(cents / 100)
const longDay = (day: string) =>
  withFirstOfMonth(
    new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${day}T12:00:00Z`),
    ),
  )

/** The text as it is read: the spaces of figures are narrow ones. */
const textOf = async (page: Page, selector: string) => (await page.locator(selector).innerText()).replaceAll(/\s/g, ' ')
const contractOf = async (page: Page, universe: string): Promise<Subscription> =>
  (await ask(page, 'GET', `/api/${universe}/subscriptions/${trunk}`)).body as Subscription
const previewOf = async (page: Page, wishedOn: string): Promise<TerminationPreview> =>
  (await ask(page, 'GET', `/api/client/subscriptions/${trunk}/termination-preview?wishedOn=${wishedOn}`)).body as TerminationPreview

/** From the contract to « Confirmer », as read on the way. */
const terminate = async (page: Page, wishedOn: string, looks: boolean): Promise<TerminationPreview> => {
  await page.getByRole('button', { name: 'Résilier' }).click()
  const popUp = page.getByRole('dialog', { name: 'Résilier l’offre contractée' })
  await popUp.getByText('toute récurrence entamée est due').waitFor()
  // The day before is refused as it is typed, and nothing else is offered.
  await typeDay(popUp.getByLabel('Date de résiliation souhaitée'), '2020-01-01')
  await popUp.getByText('Choisissez un jour à venir').waitFor()
  expect(await popUp.getByRole('button', { name: 'Confirmer' }).isDisabled()).toBe(true)
  await typeDay(popUp.getByLabel('Date de résiliation souhaitée'), wishedOn)
  const preview = await previewOf(page, wishedOn)
  await popUp.locator('[role="status"]:not([aria-busy="true"])').getByText(longDay(preview.effectiveOn), { exact: true }).waitFor()
  for (const { reference } of preview.services) await popUp.getByText(reference).waitFor()
  if (looks) await expectGoodLooks(page, 'termination-pop-up')
  await popUp.getByRole('button', { name: 'Confirmer' }).click()

  await titled(page, 'Résilier l’offre contractée')
  await page.getByText('Total HT').waitFor()
  const costs = await textOf(page, 'table:has(caption:text("Coûts de la résiliation"))')
  for (const cents of [preview.costs.oneOffCents, preview.costs.penaltyCents, preview.costs.totalCents])
    expect(costs).toContain(euros(cents).replaceAll(/\s/g, ' '))
  await page.getByText('La dernière facture').waitFor()
  return preview
}

test.describe('Contracted offers', () => {
  test('are read, sorted, filtered, kept as a view and exported; one is terminated, kept, and terminated again', async ({ enter }) => {
    const { page } = await enter('E-000000004', '/client')
    await page.getByRole('link', { name: 'Offres contractées' }).first().click()
    await titled(page, list)
    await page.getByRole('link', { name: `TRUNK SIP ${trunk}` }).waitFor()
    await expectGoodLooks(page, 'contracts')

    await addFilter(page, 'Nom')
    await page.getByRole('textbox', { name: 'Nom', exact: true }).fill('trunk')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Nom : trunk', exact: true }).waitFor()
    await page.waitForURL(/name=trunk/)
    await expect.poll(() => page.getByRole('link', { name: /OC\d+ · / }).count()).toBe(2)
    await page.getByRole('button', { name: 'Nom', exact: true }).click()
    await page.waitForURL(/sort=name/)
    await page.getByRole('button', { name: 'Enregistrer la vue' }).click()
    await page.getByLabel('Nom de la vue').fill('Mes trunks')
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    // A tab from now on, with how many it holds; it is the one that is read.
    const view = page.getByRole('navigation', { name: 'Vues de la liste' }).getByRole('link', { name: 'Mes trunks 2' })
    await expect(view).toHaveAttribute('aria-current', 'page')
    await expectGoodLooks(page, 'contracts-view')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Exporter' }).click()
    await page.getByRole('menuitem', { name: 'Texte CSV (.csv)' }).click()
    const rows = readFileSync(await (await download).path(), 'utf8')
      .trim()
      .split(/\r?\n/)
    expect(rows).toHaveLength(3)
    await page.getByRole('button', { name: 'Retirer le filtre Nom : trunk' }).click()
    await page.waitForURL((url) => !url.search.includes('name='))
    await view.click()
    await page.waitForURL(/name=trunk.*sort=name/)

    await page.getByRole('link', { name: `TRUNK SIP ${trunk}` }).click()
    await titled(page, 'TRUNK SIP')
    const contract = await contractOf(page, 'client')
    const heading = (name: string) => page.getByRole('heading', { name, exact: true }).waitFor()
    for (const block of ['Services', 'Ce que vous payez', 'Acteurs', 'Conditions', 'Dernière commande', 'Client', 'Site principal'])
      await heading(block)
    await page.getByText('Complément', { exact: true }).waitFor()
    await page.getByRole('region', { name: 'En bref' }).getByText(`${contract.commitments[0]?.remainingMonths} mois restants`).waitFor()
    await expectGoodLooks(page, 'contract')
    // Its parts are places of their own, which « Précédent » leaves again.
    const part = (name: string) => page.getByRole('navigation', { name: 'Parties du contrat' }).getByRole('link', { name, exact: true })
    const blocks = { 'Services 1': ['Services', 'Caractéristiques'], Coûts: ['Coût total', 'Périmètres d’engagement'] }
    for (const [tab, titles] of Object.entries(blocks)) {
      await part(tab).click()
      for (const title of titles) await heading(title)
    }
    await expectGoodLooks(page, 'contract-costs')
    await part(`Documents ${contract.documents.length + contract.sheets.length}`).click()
    await heading('Documents')
    await part('Historique').click()
    await heading('Historique des opérations')
    await page.waitForURL(/\?tab=history$/)
    await page.goBack()
    await heading('Documents')
    await part('Aperçu').click()
    await page.waitForURL(new RegExp(`${trunk}$`))

    const wished = (await previewOf(page, contract.commitments[0]?.endsOn ?? '')).wishedOn
    const preview = await terminate(page, wished, true)
    await page.getByRole('button', { name: 'Lire les montants dans un tableau' }).click()
    const cheapest = preview.curve.find(({ isCheapest }) => isCheapest)
    const marked = page.getByRole('row').filter({ hasText: 'Le moins cher' })
    expect((await marked.innerText()).replaceAll(/\s/g, ' ')).toContain(euros(cheapest?.totalCents ?? 0).replaceAll(/\s/g, ' '))
    await expectGoodLooks(page, 'termination-costs')
    await page.getByLabel('Motif').fill('Déménagement')
    await page.getByRole('button', { name: 'Confirmer' }).click()

    const pending = page.getByRole('region', { name: `Résiliation demandée pour le ${longDay(preview.effectiveOn)}` })
    await pending.getByText('Déménagement').waitFor()
    expect(await page.getByRole('button', { name: 'Résilier', exact: true }).count()).toBe(0)
    await expectGoodLooks(page, 'termination-pending')
    expect((await contractOf(page, 'client')).state).toBe('termination_requested')

    await pending.getByRole('button', { name: 'Retirer la demande' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Retirer la demande' }).click()
    await page.getByText('Demande retirée : le contrat continue.').waitFor()
    await pending.waitFor({ state: 'detached' })
    await page.getByRole('region', { name: 'En bref' }).getByText('Active', { exact: true }).waitFor()
    expect((await contractOf(page, 'client')).state).toBe('active')

    await terminate(page, wished, false)
    await page.getByRole('button', { name: 'Confirmer' }).click()
    await pending.waitFor()
    await page.goto(`/client/catalogue/offres-contractees/${trunk}/resilier`)
    await page.getByText('La résiliation de ce contrat est déjà demandée.').waitFor()
  })

  test('are read by the ambassador, with accountcodes that it writes its own codes on', async ({ enter }) => {
    const { page } = await enter('E-000000003', `/ambassadeur/catalogue/offres-contractees/${trunk}`)
    await titled(page, 'TRUNK SIP')
    const [service] = (await contractOf(page, 'ambassador')).services
    const number = String(service?.accountcode)
    await page.getByRole('link', { name: 'Voir le service' }).click()
    await page.getByRole('cell', { name: number }).waitFor()
    await page.getByRole('link', { name: 'Gérer les accountcodes' }).click()
    await titled(page, 'Accountcodes')
    await page.getByText(`Offre contractée : ${trunk}`).waitFor()
    await expectGoodLooks(page, 'accountcodes')

    await page.getByRole('button', { name: `Code partenaire de l’accountcode ${number}` }).click()
    await page.getByRole('textbox', { name: `Code partenaire de l’accountcode ${number}` }).fill('RC-0042')
    await page.keyboard.press('Enter')
    await page.getByText(`Accountcode ${number} enregistré.`).waitFor()
    await page.getByText('RC-0042').waitFor()

    const drop = async (lines: readonly string[]) => {
      const csv = ['Accountcode;Libellé;Code partenaire', ...lines].join('\r\n')
      await page
        .getByRole('dialog')
        .locator('input[type="file"]')
        .setInputFiles({ name: 'codes.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    }
    await page.getByRole('button', { name: 'Modifier en masse' }).click()
    await drop([`${number};Standard;RC-0043`, '999999999;Inconnu;X'])
    await page.getByText('1 ligne est fautive').waitFor()
    expect(await page.getByRole('button', { name: 'Appliquer' }).isDisabled()).toBe(true)
    await page.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click()
    await drop([`${number};Standard;RC-0043`])
    await page.getByText('1 accountcode sera modifié').waitFor()
    await expectGoodLooks(page, 'accountcodes-bulk')
    await page.getByRole('button', { name: 'Appliquer' }).click()
    await page.getByText('1 accountcode modifié.').waitFor()
    await page.getByText('RC-0043').waitFor()
    await page.getByRole('button', { name: `Actions pour ${number}` }).click()
    await page.getByRole('menuitem', { name: 'Historique' }).click()
    const history = page.getByRole('dialog', { name: `Historique de l’accountcode ${number}` })
    await history.getByText('RC-0042').first().waitFor()
    await history.getByText('RC-0043').waitFor()
  })

  test('are terminated by the carrier for a client who wrote a letter, which is kept with the contract', async ({ enter }) => {
    const { page } = await enter('E-000000009', '/exploitant/catalogue/offres-contractees/OC39610')
    await titled(page, 'Accès Internet ADSL / VDSL')
    await page.getByRole('button', { name: 'Résilier' }).click()
    const popUp = page.getByRole('dialog', { name: 'Résilier l’offre contractée' })
    await expect.poll(() => popUp.getByLabel('Lettre reçue le').inputValue()).not.toBe('')
    const today = await readDay(popUp.getByLabel('Lettre reçue le'))
    const tenDaysAgo = new Date(Date.parse(`${today}T12:00:00Z`) - 10 * 86_400_000).toISOString().slice(0, 10)
    await typeDay(popUp.getByLabel('Lettre reçue le'), '2999-01-01')
    await popUp.getByText('Ce jour n’est pas encore arrivé.').waitFor()
    await typeDay(popUp.getByLabel('Lettre reçue le'), tenDaysAgo)
    const answer = await ask(
      page,
      'GET',
      `/api/carrier/subscriptions/OC39610/termination-preview?wishedOn=${today}&requestedOn=${tenDaysAgo}&origin=letter`,
    )
    const preview = answer.body as TerminationPreview
    await popUp.locator('[role="status"]:not([aria-busy="true"])').getByText(longDay(preview.effectiveOn), { exact: true }).waitFor()
    await expectGoodLooks(page, 'termination-letter')
    await popUp.getByRole('button', { name: 'Confirmer' }).click()
    await page.getByRole('button', { name: 'Confirmer' }).click()
    const pending = page.getByRole('region', { name: `Résiliation demandée pour le ${longDay(preview.effectiveOn)}` })
    await pending.getByText('Lettre recommandée du client').waitFor()
    const letter = { name: 'lettre.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') }
    await pending.locator('input[type="file"]').setInputFiles(letter)
    await page.getByText('La lettre est jointe aux documents du contrat.').waitFor()
    await page.getByRole('link', { name: /^Documents/ }).click()
    await page.getByText('Lettre de résiliation').waitFor()
  })

  test('are closed to who has no right on orders: menu, address and API', async ({ enter }) => {
    const { page } = await enter('E-000000005', '/client')
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByRole('link', { name: 'Offres contractées' }).count()).toBe(0)
    for (const path of ['offres-contractees', `offres-contractees/${trunk}`, `offres-contractees/${trunk}/resilier`, 'accountcodes']) {
      await page.goto(`/client/catalogue/${path}`)
      await page.getByRole('heading', { name: /introuvable|n’existe pas/i }).waitFor()
    }
    for (const path of [
      'subscriptions',
      `subscriptions/${trunk}`,
      `subscriptions/${trunk}/termination-preview`,
      'subscriptions.csv',
      'accountcodes',
    ])
      expect([403, 404], path).toContain((await ask(page, 'GET', `/api/client/${path}`)).status)
  })

  test('say nothing of amounts to the client of an operator, who cannot terminate', async ({ enter }) => {
    const { page } = await enter('E-000000007', '/client/catalogue/offres-contractees')
    await titled(page, list)
    await page
      .getByRole('link', { name: /OC\d+ · / })
      .first()
      .click()
    await page.getByRole('link', { name: 'Coûts', exact: true }).click()
    await page.getByRole('heading', { level: 2, name: 'Coût total' }).waitFor()
    const reference = new URL(page.url()).pathname.split('/').at(-1)
    const contract = (await ask(page, 'GET', `/api/client/subscriptions/${reference}`)).body as Subscription
    expect(contract.costs).toBeNull()
    if (!contract.resalePrice) await page.getByText('Prix sur demande').waitFor()
    expect(await page.getByRole('button', { name: 'Résilier' }).count()).toBe(0)
    expect((await ask(page, 'GET', `/api/client/subscriptions/${reference}/termination-preview`)).status).toBe(403)
  })
})
