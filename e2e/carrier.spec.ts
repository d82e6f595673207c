import { expect } from '@playwright/test'
import { test } from './rig/journey.ts'
import { expectAccessible, expectGoodLooks } from './rig/looks.ts'
import { ask, confirmByPassword, titled } from './rig/page.ts'

test.describe('the carrier', () => {
  test('sees the portal as a client does, read only, and the client reads who and why', async ({ enter }) => {
    const administrator = '/exploitant/entreprise/clients/OIP-00000002/utilisateurs/E-000000004'
    const { page } = await enter('E-000000001', administrator, { ownSession: true })
    await titled(page, 'Camille Bernard')
    await page.getByRole('button', { name: 'Voir comme' }).click()
    const drawer = page.getByRole('dialog', { name: 'Voir comme Camille Bernard' })
    await drawer.getByLabel(/^Motif/).fill('Appel')
    await drawer.getByRole('button', { name: 'Voir comme' }).click()
    await drawer.getByText('Expliquez en 10 caractères au moins.').waitFor()
    await drawer.getByLabel(/^Motif/).fill('Appel du client : il ne trouve pas ses sites')
    await drawer.getByRole('button', { name: 'Voir comme' }).click()
    await confirmByPassword(page)
    await titled(page, 'Mon Univers Client')
    await page.getByText('Vous voyez comme Ma Société').waitFor()
    await expectGoodLooks(page, 'view-as')
    await page.goto('/client/entreprise/ma-societe')
    await titled(page, 'Ma société')
    await page.getByRole('main').getByText('OIP-00000002').first().waitFor()
    expect(await page.getByRole('button', { name: 'Modifier', exact: true }).count()).toBe(0)
    expect((await ask(page, 'PUT', '/api/client/companies/OIP-00000002/second-factor', { required: true })).status).toBe(403)
    await page.getByRole('button', { name: 'Quitter' }).click()
    await titled(page, 'Mon Univers Exploitant')

    const client = await enter('E-000000004', '/client/entreprise/activite')
    const line = client.page.getByRole('row', { name: /L’exploitant consulte le portail comme cette personne/ }).first()
    await line.getByText(/il ne trouve pas ses sites/).waitFor()
  })

  test('opens a list that is pressed as soon as it shows', async ({ enter }) => {
    const { page } = await enter('E-000000001', '/exploitant/entreprise/clients/OIP-00000002/gestion')
    await titled(page, 'Gestion de Ma Société')
    await page.getByRole('button', { name: 'Modifier', exact: true }).first().click()
    const field = page
      .getByRole('dialog')
      .getByLabel(/^Situation financière/)
      .first()
    // It may be drawn again between two looks.
    let box: Awaited<ReturnType<typeof field.boundingBox>> = null
    await expect.poll(async () => (box = await field.boundingBox()), { timeout: 15_000 }).not.toBeNull()
    const { x, y, height } = box ?? { x: 0, y: 0, height: 0 }
    await page.mouse.click(x + 40, y + height / 2)
    await page.getByRole('option', { name: 'À surveiller' }).waitFor()
  })

  test('answers a proposed change, and changes the financial state', async ({ enter }) => {
    const client = await enter('E-000000004', '/client/entreprise/ma-societe')
    const partner = await enter('E-000000003', '/ambassadeur/entreprise/clients/OIP-00000002?tab=changes')
    await partner.page.getByRole('button', { name: 'Proposer un changement' }).click()
    const proposing = partner.page.getByRole('dialog', { name: 'Proposer un changement' })
    await proposing.getByLabel(/^Nouvelle valeur/).fill('Ma Société & Filles')
    await proposing.getByLabel(/^Motif/).fill('Changement de nom au registre')
    await proposing.getByRole('button', { name: 'Envoyer' }).click()
    await proposing.waitFor({ state: 'hidden' })
    await partner.page.getByText('En attente').waitFor()
    // Its client's own administrators change it by themselves: a partner has no pencil.
    await partner.page.getByRole('link', { name: 'Informations', exact: true }).click()
    await partner.page.getByText('OIP-00000002').nth(1).waitFor()
    expect(await partner.page.getByRole('button', { name: 'Modifier : Raison sociale' }).count()).toBe(0)

    const { page } = await enter('E-000000001', '/exploitant/entreprise/propositions')
    await titled(page, 'Propositions des sociétés')
    await page.getByRole('button', { name: 'Actions pour Ma Société' }).click()
    await page.getByRole('menuitem', { name: 'Répondre' }).click()
    const answer = page.getByRole('dialog', { name: 'Proposition de Ma Société' })
    await expectAccessible(page)
    await answer.getByRole('button', { name: 'Accepter' }).click()
    await answer.waitFor({ state: 'hidden' })

    await page.goto('/exploitant/entreprise/clients/OIP-00000002/gestion')
    await titled(page, 'Gestion de Ma Société & Filles')
    await expectGoodLooks(page, 'standing')
    await page.getByRole('button', { name: 'Modifier', exact: true }).first().click()
    const drawer = page.getByRole('dialog', { name: 'Décisions de l’exploitant' })
    await drawer
      .getByLabel(/^Situation financière/)
      .first()
      .click()
    await page.getByRole('option', { name: 'À surveiller' }).click()
    await drawer.getByRole('button', { name: 'Enregistrer' }).click()
    await drawer.waitFor({ state: 'hidden' })
    await page.getByRole('main').getByText('À surveiller').first().waitFor()
    await client.page.reload()
    await client.page.getByRole('main').getByText('À surveiller').first().waitFor()
    await client.page.getByRole('main').getByText('Ma Société & Filles').first().waitFor()
  })

  test('contests the name that a company gave itself, and the company reads why', async ({ enter }) => {
    const client = await enter('E-000000004', '/client/entreprise/ma-societe')
    await client.page.getByRole('button', { name: 'Modifier : Raison sociale' }).click()
    const identity = client.page.getByRole('dialog', { name: 'Modifier l’identité de la société' })
    await identity.getByLabel(/^N° de TVA/).fill('FR12')
    await identity.getByLabel(/^Raison sociale/).fill('Ma Société Nouvelle')
    await identity.getByRole('button', { name: 'Enregistrer' }).click()
    await identity.getByText(/Ce numéro de TVA n’est pas valide/).waitFor()
    await expectGoodLooks(client.page, 'company-identity')
    await identity.getByLabel(/^N° de TVA/).fill('')
    await identity.getByRole('button', { name: 'Enregistrer' }).click()
    await identity.waitFor({ state: 'hidden' })
    await client.page.getByText('Ma Société Nouvelle · OIP-00000002').waitFor()

    const { page } = await enter('E-000000001', '/exploitant/entreprise/clients/OIP-00000002?tab=changes')
    await titled(page, 'Ma Société Nouvelle')
    await page.getByText(/^Raison sociale : .* → Ma Société Nouvelle$/).waitFor()
    await page.getByRole('button', { name: 'Contester : Raison sociale' }).click()
    const contest = page.getByRole('dialog', { name: 'Contester le changement de Ma Société Nouvelle' })
    await contest.getByLabel(/^Motif/).fill('Le registre garde l’ancien nom')
    await expectGoodLooks(page, 'identity-contest')
    await contest.getByRole('button', { name: 'Rétablir l’ancienne valeur' }).click()
    await contest.waitFor({ state: 'hidden' })
    await page.getByRole('heading', { level: 1, name: 'Ma Société & Filles' }).waitFor()
    await client.page.getByRole('link', { name: 'Changements d’identité' }).click()
    await client.page.getByText('Contestée').first().waitFor()
    await client.page.getByText('Réponse : Le registre garde l’ancien nom').waitFor()
  })
})
