import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { demoIban, demoSiret } from '../database/demo/identifiers.ts'
import { test } from './rig/journey.ts'
import { expectAccessible, expectGoodLooks } from './rig/looks.ts'
import { ask, confirmByPassword, titled } from './rig/page.ts'

const sheet = '/client/entreprise/ma-societe'

/** The pencil of the sheet. */
const edit = async (page: Page) => {
  await page.getByRole('button', { name: 'Modifier', exact: true }).click()
  const drawer = page.getByRole('dialog', { name: 'Modifier la société' })
  await drawer.waitFor()
  return drawer
}

test.describe('a company keeps its own data', () => {
  test('edits its sheet, and the activity keeps before and after', async ({ enter }) => {
    const { page } = await enter('E-000000004', sheet)
    await titled(page, 'Ma société')
    await page.getByRole('main').getByText('OIP-00000002').first().waitFor()
    await expectGoodLooks(page, 'company')
    // Its parts are places of their own: « Précédent » comes back.
    const parts = page.getByRole('navigation', { name: 'Parties de la fiche' })
    await parts.getByRole('link', { name: 'Contacts' }).click()
    await page.getByRole('link', { name: /^Voir le détail : Hugo Faure/ }).waitFor()
    expect(new URL(page.url()).search).toBe('?tab=contacts')
    await expectGoodLooks(page, 'company-contacts')
    await parts.getByRole('link', { name: 'Sites et paiement' }).click()
    await page
      .getByRole('link', { name: /^Voir le détail : .*Bordeaux/ })
      .first()
      .waitFor()
    await expectGoodLooks(page, 'company-sites')
    await page.goBack()
    await page.goBack()
    const drawer = await edit(page)
    await drawer.getByLabel('Site internet').fill('pas une adresse')
    await drawer.getByLabel('Commentaire').fill('Livraisons par la cour')
    await drawer.getByRole('button', { name: 'Enregistrer' }).click()
    await drawer.getByText(/Cette adresse de site n’est pas valide/).waitFor()
    await expectGoodLooks(page, 'company-edit')
    await drawer.getByLabel('Site internet').fill('https://www.masociete.example/accueil')
    await drawer.getByRole('button', { name: 'Enregistrer' }).click()
    await drawer.waitFor({ state: 'hidden' })
    await page.getByRole('main').getByText('Livraisons par la cour').waitFor()

    await page.getByRole('link', { name: 'Journal d’activité' }).click()
    await titled(page, 'Journal d’activité')
    const entry = page.getByRole('navigation', { name: 'Menu principal' }).getByRole('link', { name: 'Ma société' })
    expect(await entry.getAttribute('aria-current')).toBe('true')
    // What leads back is not where one is.
    expect(await page.locator(':not([aria-label="Vues de la liste"]) > [aria-current="page"]').count()).toBe(0)
    const line = page.getByRole('row', { name: /Société modifiée/ }).first()
    await line.getByText('Livraisons par la cour').waitFor()
    await line.getByText('Camille Bernard').waitFor()
    expect(await line.locator('del').count()).toBeGreaterThan(0)
    await expectGoodLooks(page, 'activity')
  })

  test('adds a site in Bordeaux; a wrong SIRET is told at its field and nothing is lost', async ({ enter }) => {
    const { page } = await enter('E-000000004', `${sheet}?tab=sites`)
    const { body } = await ask(page, 'GET', '/api/client/companies/OIP-00000002')
    await page.getByRole('link', { name: 'Nouveau site' }).click()
    await titled(page, 'Nouveau site')
    await page.getByLabel(/^Nom du site/).fill('Entrepôt des Chartrons')
    await page.getByLabel(/^SIRET/).fill('12345678900011')
    await page.getByLabel(/^Adresse \(/).fill('3 quai des Chartrons')
    await page
      .getByRole('combobox', { name: /^Commune/ })
      .or(page.getByLabel(/^Commune/))
      .first()
      .fill('bordeau')
    await page
      .getByRole('option', { name: /^Bordeaux/ })
      .first()
      .click()
    // A commune of several postcodes leaves the choice among them.
    await page.getByText(/^5 codes postaux : choisissez le vôtre/).waitFor()
    const postcode = page.getByLabel(/^Code postal/).first()
    await postcode.click()
    await page.getByRole('option', { name: '33300', exact: true }).click()
    // Choosing again what is chosen keeps it.
    await postcode.press('Tab')
    await page
      .getByRole('option', { name: /^Bordeaux ?33000/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Indiquer les horaires' }).click()
    await page.getByLabel('Vendredi, plage 2 : à').or(page.getByLabel('vendredi, plage 2 : à')).fill('17:00')
    await page.getByRole('button', { name: 'Créer le site' }).click()
    await page.getByText(/Ce numéro SIRET n’est pas valide|Ce SIRET n’est pas celui/).waitFor()
    expect(await page.getByLabel(/^Nom du site/).inputValue()).toBe('Entrepôt des Chartrons')
    await expectGoodLooks(page, 'site-form')
    await page.getByLabel(/^SIRET/).fill(demoSiret((body as { siren: string }).siren, 73))
    await page.getByRole('button', { name: 'Créer le site' }).click()
    await titled(page, 'Entrepôt des Chartrons')
    await page
      .getByRole('main')
      .getByText(/33300 Bordeaux/i)
      .first()
      .waitFor()
    await page.getByRole('main').getByText(/17:00/).first().waitFor()
    await expectGoodLooks(page, 'site')
  })

  test('keeps a CEDEX postcode, finds a commune by its former name, and says that it is searching', async ({ enter }) => {
    const { page } = await enter('E-000000004', `${sheet}?tab=sites`)
    await page.getByRole('link', { name: 'Nouveau site' }).click()
    await titled(page, 'Nouveau site')
    const commune = page
      .getByRole('combobox', { name: /^Commune/ })
      .or(page.getByLabel(/^Commune/))
      .first()
    let answer = () => {}
    const held = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route('**/api/communes?*', async (route) => {
      await held
      await route.continue()
    })
    await commune.fill('Andrezé')
    await page.getByText('Recherche en cours…').waitFor()
    expect(await page.getByText('Aucune commune ne correspond.').count()).toBe(0)
    answer()
    await page.getByRole('option', { name: /^Beaupréau-en-Mauges \(Andrezé\)/ }).waitFor()
    await commune.fill('')
    await page.getByRole('combobox', { name: 'Code postal' }).fill('33 074')
    await page.getByText('Code postal CEDEX : choisissez la commune du département.').waitFor()
    await commune.fill('bordeau')
    await page
      .getByRole('option', { name: /^Bordeaux/ })
      .first()
      .click()
    await page.getByLabel(/^Nom du site/).fill('Boîte postale')
    await page.getByLabel(/^Adresse \(/).fill('BP 12')
    await page.getByLabel('Téléphone').fill('+590 690 33 59 41')
    await page.getByLabel('Téléphone').press('Tab')
    expect(await page.getByLabel('Téléphone').inputValue()).toBe('0690 33 59 41')
    await page.getByRole('button', { name: 'Créer le site' }).click()
    await titled(page, 'Boîte postale')
    await page
      .getByRole('main')
      .getByText(/33074 Bordeaux CEDEX/)
      .first()
      .waitFor()
  })

  test('lets the second of two editors choose field by field', async ({ enter }) => {
    const first = await enter('E-000000004', sheet)
    const second = await enter('E-000000004', sheet)
    const mine = await edit(second.page)
    const theirs = await edit(first.page)
    await theirs.getByLabel('Téléphone').fill('01 99 00 41 42')
    await theirs.getByLabel('Commentaire').fill('Premier arrivé')
    await theirs.getByRole('button', { name: 'Enregistrer' }).click()
    await theirs.waitFor({ state: 'hidden' })
    await mine.getByLabel('Commentaire').fill('Second arrivé')
    await mine.getByRole('button', { name: 'Enregistrer' }).click()
    const merge = second.page.getByRole('dialog', { name: 'Ces informations ont changé entre-temps' })
    await merge.getByText('Premier arrivé').waitFor()
    // The telephone was changed by one of them only: kept, and told in one line.
    await merge.getByText('Une autre modification enregistrée entre-temps est reprise.').waitFor()
    expect(await merge.getByRole('radiogroup').count()).toBe(1)
    await expectAccessible(second.page)
    await merge.getByRole('button', { name: 'Appliquer ces choix' }).click()
    await merge.waitFor({ state: 'hidden' })
    await mine.getByRole('button', { name: 'Enregistrer' }).click()
    await mine.waitFor({ state: 'hidden' })
    const { body } = await ask(second.page, 'GET', '/api/client/companies/OIP-00000002')
    expect(body).toMatchObject({ comment: 'Second arrivé', phone: '+33199004142' })
  })

  test('adds a contact without access', async ({ enter }) => {
    const { page } = await enter('E-000000004', `${sheet}/contacts`)
    await titled(page, 'Gestion des contacts')
    await expectGoodLooks(page, 'contacts')
    await page
      .getByRole('button', { name: /Nouveau contact|Ajouter/ })
      .first()
      .click()
    const drawer = page.getByRole('dialog', { name: 'Nouveau contact' })
    await drawer.getByLabel(/^Prénom/).fill('Élodie')
    await drawer.getByLabel(/^Nom/).fill('Castaing')
    await drawer.getByLabel(/^Mobile/).fill('06 39 98 00')
    await drawer.getByRole('button', { name: 'Créer le contact' }).click()
    await drawer.getByText(/Ce numéro de téléphone n’est pas valide/).waitFor()
    await drawer.getByLabel(/^Mobile/).fill('0639980077')
    await drawer.getByRole('button', { name: 'Créer le contact' }).click()
    await page.getByRole('link', { name: 'Élodie Castaing' }).first().waitFor()
  })

  test('adds payment coordinates after a confirmation of identity, and signs a real mandate', async ({ enter }) => {
    const { page } = await enter('E-000000004', `${sheet}/coordonnees-de-paiement`)
    await titled(page, 'Coordonnées de paiement')
    await page.getByRole('button', { name: 'Ajouter' }).first().click()
    const drawer = page.getByRole('dialog', { name: 'Nouvelles coordonnées de paiement' })
    await drawer.getByLabel(/^IBAN/).fill('FR7630006000011234567890188')
    await drawer.getByRole('button', { name: 'Enregistrer' }).click()
    await drawer.getByText(/Cet IBAN n’est pas valide/).waitFor()
    await drawer.getByLabel(/^IBAN/).fill(demoIban(777))
    await drawer.getByLabel(/^Pour/).first().click()
    await page.getByRole('option', { name: 'Bordeaux' }).first().click()
    await drawer.getByRole('button', { name: 'Enregistrer' }).click()
    const proof = page.getByRole('dialog', { name: 'Confirmez votre identité' })
    await proof.waitFor()
    await confirmByPassword(page)
    await page.waitForURL(/coordonnees-de-paiement\/[\da-f-]+$/)
    await page.getByText('Référence unique du mandat (RUM)').waitFor()
    await expectGoodLooks(page, 'payment')
    expect(await page.getByText(demoIban(777)).count()).toBe(0)

    const download = page.waitForEvent('download')
    const answer = page.waitForResponse((one) => one.url().endsWith('/mandate.pdf'))
    await page.getByRole('button', { name: 'Mandat à signer (PDF)' }).click()
    expect((await answer).status(), await (await answer).text()).toBe(200)
    const file = await (await download).path()
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
    const reference = /^mandat-(.+)\.pdf$/.exec((await download).suggestedFilename())?.[1] ?? ''
    expect(reference).not.toBe('')
    expect(execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })).toContain(reference)

    // What exists is said at its field, before one's identity is asked for, and nothing typed is lost.
    await page.goto(`${sheet}/coordonnees-de-paiement`)
    await page.getByRole('button', { name: 'Ajouter' }).first().click()
    await drawer.getByLabel(/^IBAN/).fill(demoIban(778))
    await drawer.getByLabel(/^Pour/).first().click()
    await page.getByRole('option', { name: 'Bordeaux' }).first().click()
    const exists = drawer.getByText('Ces coordonnées existent déjà : modifiez-les, ou choisissez un site qui n’en a pas.')
    await exists.waitFor()
    await drawer.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(exists).toBeInViewport()
    await drawer.getByRole('link', { name: /^Voir celles qui existent : .*Bordeaux/ }).waitFor()
    expect(await proof.isVisible()).toBe(false)
    expect((await drawer.getByLabel(/^IBAN/).inputValue()).replaceAll(/\s/g, '')).toBe(demoIban(778))
    await expectGoodLooks(page, 'payment-exists')
  })
})
