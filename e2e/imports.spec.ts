import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { demoSiren } from '../database/demo/identifiers.ts'
import { test } from './rig/journey.ts'
import { expectGoodLooks } from './rig/looks.ts'
import { ask, titled } from './rig/page.ts'

const lines = 1000
const isFaulty = (index: number) => index % 50 === 7

/** A thousand companies as a spreadsheet writes them, twenty of them with an impossible SIREN. */
const file = (): string =>
  [
    'Clé externe;Raison sociale;SIREN;Adresse;Code postal;Ville;Partenaire',
    ...Array.from({ length: lines }, (_, index) =>
      [
        `MEN-${index}`,
        `Menuiserie n° ${index}`,
        isFaulty(index) ? '123456789' : demoSiren(60_000 + index),
        `${index} rue des Lilas`,
        '33000',
        'Bordeaux',
        'OIP-00000011',
      ].join(';'),
    ),
  ].join('\r\n')

const imports = '/exploitant/exploitation/imports'

/** Sends a file that a spreadsheet saved, as one of a kind, and waits for what the portal says of it. */
const sendFile = async (page: Page, kind: string, name: string): Promise<void> => {
  await page.goto(imports)
  await page.getByRole('button', { name: 'Importer un fichier' }).first().click()
  const drawer = page.getByRole('dialog', { name: 'Importer un fichier' })
  await drawer.getByRole('combobox', { name: 'Contenu' }).click()
  await page.getByRole('option', { name: kind, exact: true }).click()
  await drawer.locator('input[type="file"]').setInputFiles(join(import.meta.dirname, 'files', name))
  await drawer.getByRole('button', { name: 'Contrôler le fichier' }).click()
  await titled(page, name)
}

const group = (page: Page, column: string): Locator => page.getByRole('region', { name: column, exact: true })

/** Replaces a wrong value wherever it stands, and waits for those lines to be right. */
const mend = async (page: Page, column: string, from: string, to: string): Promise<void> => {
  await group(page, column)
    .getByRole('textbox', { name: `Remplacer « ${from} » par` })
    .fill(to)
  await group(page, column).getByRole('button', { name: 'Remplacer' }).first().click()
  await group(page, column).waitFor({ state: 'detached' })
}

const importAll = async (page: Page, count: number): Promise<void> => {
  await page.getByRole('button', { name: count === 1 ? 'Importer 1 ligne' : `Importer ${count} lignes`, exact: true }).click()
  await page.getByText('Importé', { exact: true }).waitFor({ timeout: 30_000 })
}

test.describe('imports', () => {
  test('imports a thousand companies and sets aside the twenty faulty lines', async ({ enter }) => {
    const { page } = await enter('E-000000001', '/exploitant/exploitation/imports')
    await titled(page, 'Imports')
    await page.getByRole('button', { name: 'Importer un fichier' }).first().click()
    const drawer = page.getByRole('dialog', { name: 'Importer un fichier' })
    await drawer.locator('input[type="file"]').setInputFiles({ name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from(file()) })
    await expectGoodLooks(page, 'import-start')
    await drawer.getByRole('button', { name: 'Contrôler le fichier' }).click()
    await page.getByText(/^980 lignes justes.* 20 lignes fausses/).waitFor({ timeout: 60_000 })
    const { body } = await ask(page, 'GET', '/api/carrier/companies?q=Menuiserie%20n')
    expect((body as { items: unknown[] }).items).toEqual([])
    const error = page.getByRole('row', { name: /^9 SIREN 123456789/ })
    await error.getByText(/Ce numéro SIREN n’est pas valide/).waitFor()
    await expectGoodLooks(page, 'import-checked')
    await page.getByRole('button', { name: 'Importer 980 lignes' }).click()
    await page.getByText('Importé', { exact: true }).waitFor({ timeout: 60_000 })

    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Télécharger les lignes fausses' }).click()
    const kept = readFileSync(await (await download).path(), 'utf8')
      .trim()
      .split(/\r?\n/)
    expect(kept).toHaveLength(21)
    expect(kept[1]).toContain('Menuiserie n° 7')

    await page.goto('/exploitant/entreprise/clients?q=Menuiserie%20n')
    await page
      .getByRole('link', { name: /^Menuiserie n°/ })
      .first()
      .waitFor()
    await expectGoodLooks(page, 'companies')
  })

  test('takes six files as a French spreadsheet saves them, with their faults, from somebody who reads nothing', async ({ enter }) => {
    const { page } = await enter('E-000000001', imports)
    // Companies: lost zeros, an address over two lines, forms, countries and a partner by name; one country that is none.
    await sendFile(page, 'Sociétés', 'societes.csv')
    await page.getByText('1 ligne fausse sera mise de côté.').waitFor()
    await page.getByText('Lu comme Windows-1252').waitFor()
    await page.getByText('Boulangerie Édelweiss').first().waitFor()
    await page.getByText(/^Code postal : 1 zéro remis/).waitFor()
    await page.getByText(/^Adresse : 1 cellule sur plusieurs lignes/).waitFor()
    await page.getByText('Colonnes non reconnues, ignorées : Mail facturation').waitFor()
    await expectGoodLooks(page, 'import-understood')
    await mend(page, 'Pays', 'Narnia', 'France')
    await importAll(page, 3)

    await sendFile(page, 'Sites', 'sites.csv')
    await importAll(page, 2)

    await sendFile(page, 'Contacts', 'contacts.csv')
    await mend(page, 'Société', 'CRM-9', 'CRM-1')
    await importAll(page, 2)

    // Contracts: a title that nothing recognises waits for somebody to say what it holds.
    await sendFile(page, 'Offres contractées', 'contrats.csv')
    await page.getByText('Il manque encore : Clé externe').waitFor()
    await page.getByRole('combobox', { name: 'Ce que contient « Réf. interne »' }).click()
    await page.getByRole('option', { name: 'Clé externe *' }).click()
    await expectGoodLooks(page, 'import-columns')
    await page.getByRole('button', { name: 'Contrôler avec ces colonnes' }).click()
    await page.getByText(/^Livrée le : 2 dates/).waitFor()
    await importAll(page, 2)

    await sendFile(page, 'Services', 'services.csv')
    await mend(page, 'Type', 'fibre', 'internet_access')
    await importAll(page, 2)
    await sendFile(page, 'Accountcodes', 'accountcodes.csv')
    await importAll(page, 1)

    const { body } = await ask(page, 'GET', '/api/carrier/companies?q=Boulangerie')
    const [company] = (body as { items: { reference: string; name: string }[] }).items
    expect(company?.name).toBe('Boulangerie Édelweiss')
    const contracts = await ask(page, 'GET', `/api/carrier/subscriptions?q=${company?.reference}`)
    expect((contracts.body as { items: object[] }).items).toMatchObject([
      { name: 'TRUNK SIP', deliveredOn: '2024-03-19', city: 'Bourg-en-Bresse' },
    ])
  })
})
