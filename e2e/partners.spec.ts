import { expect } from '@playwright/test'
import { demoSiren } from '../database/demo/identifiers.ts'
import { test } from './rig/journey.ts'
import { expectGoodLooks } from './rig/looks.ts'
import { linkIn } from './rig/mailbox.ts'
import { ask, titled } from './rig/page.ts'

test.describe('a partner and its clients', () => {
  test('creates a client whose first administrator is invited, consults it and acts for it; no other partner sees it', async ({
    portal,
    enter,
    visit,
  }) => {
    const { page } = await enter('E-000000003', '/ambassadeur/entreprise/clients')
    await titled(page, 'Mes clients')
    await page.getByRole('link', { name: /^Ma Société/ }).waitFor()
    await page.getByRole('row', { name: /Ma Société.*92110 Clichy/ }).waitFor()
    await expectGoodLooks(page, 'clients')
    await page.getByRole('link', { name: 'Créer un client' }).click()
    await titled(page, 'Créer un client')
    await page.getByLabel(/^Raison sociale/).fill('Tonnellerie Girard')
    await page.getByLabel(/^SIREN/).fill('999 123 455')
    await page.getByLabel(/^Adresse/).fill('8 rue du Merrain')
    // The commune brings the postcode of those that have one only, and keeps what was typed when it is one of its own.
    const postcode = page.getByLabel(/^Code postal/).first()
    await postcode.fill('16200')
    const commune = page
      .getByRole('combobox', { name: /^Commune/ })
      .or(page.getByLabel(/^Commune/))
      .first()
    await commune.fill('Cogn')
    await page.getByRole('option', { name: /^Cognac ?16100/ }).click()
    await expect.poll(() => postcode.inputValue()).toBe('16100')
    await page.getByLabel(/^Prénom/).fill('Lucie')
    await page.getByLabel(/^Nom/).fill('Girard')
    await page.getByLabel(/^E-mail/).fill('lucie@tonnellerie.example')
    await page.getByRole('button', { name: 'Créer', exact: true }).click()
    await page.getByText(/Ce numéro SIREN n’est pas valide/).waitFor()
    await expectGoodLooks(page, 'client-form')
    await page.getByLabel(/^SIREN/).fill(demoSiren(98_765))
    await page.getByRole('button', { name: 'Créer', exact: true }).click()
    await titled(page, 'Tonnellerie Girard')
    const reference = /OIP-\d{8}/.exec(page.url())?.[0] ?? ''
    expect(reference).not.toBe('')
    await expectGoodLooks(page, 'client')

    const mail = await portal.mailbox.waitFor('lucie@tonnellerie.example')
    const guest = await visit(linkIn(mail))
    await titled(guest.page, 'Génération de votre mot de passe')

    await page.getByRole('button', { name: 'Modifier', exact: true }).click()
    const drawer = page.getByRole('dialog', { name: 'Modifier la société' })
    await drawer.getByLabel('Commentaire').fill('Suivi par Réseau Conseil')
    await drawer.getByRole('button', { name: 'Enregistrer' }).click()
    await drawer.waitFor({ state: 'hidden' })
    await page.goto(`/ambassadeur/entreprise/clients/${reference}/activite`)
    await titled(page, 'Journal d’activité')
    const line = page.getByRole('row', { name: /Société modifiée/ }).first()
    await line.getByText('Suivi par Réseau Conseil').waitFor()
    await line.getByText('Tonnellerie Girard').waitFor()
    await line.getByText('Sandrine Aubert (Réseau Conseil)').waitFor()

    const carrier = await enter('E-000000001', '/exploitant')
    const atlantique = await ask(carrier.page, 'GET', '/api/carrier/companies/OIP-00000012/users')
    const rival = (atlantique.body as { items: { login: string; state: string }[] }).items.find(({ state }) => state === 'active')
    for (const [login, universe, path] of [
      ['E-000000002', 'operator', '/operateur'],
      ['E-000000007', 'client', '/client'],
      [rival?.login ?? '', 'operator', '/operateur'],
    ] as const) {
      const other = await enter(login, path)
      expect((await ask(other.page, 'GET', `/api/${universe}/companies/${reference}`)).status, login).toBe(404)
      const { body } = await ask(other.page, 'GET', `/api/${universe}/search?q=Tonnellerie`)
      expect(body).toEqual({ hits: [] })
    }
  })
})
