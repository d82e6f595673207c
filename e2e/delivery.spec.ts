import { expect, type Page } from '@playwright/test'
import { test } from './rig/journey.ts'
import { expectGoodLooks } from './rig/looks.ts'
import { titled } from './rig/page.ts'
import { placeOrders } from './rig/place-orders.ts'

const client = { login: 'E-000000004', company: 'OIP-00000002' } as const
const ambassador = 'E-000000003'
const pilot = 'E-000000009'
const otherPilot = 'E-000000001'

/** Where a page says the order's state: in its strip, or beside the pilot's title. */
const badge = (page: Page, state: string) =>
  page
    .locator('header', { has: page.getByRole('heading', { level: 1 }) })
    .or(page.getByRole('region', { name: 'En bref' }))
    .getByText(state)
const step = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Étapes de la commande' }).getByRole('listitem').filter({ hasText: name })

/** The window that an act of the menu opens. */
const openFromMenu = async (page: Page, reference: string, act: string) => {
  await page.getByRole('button', { name: `Actions pour ${reference}` }).click()
  await page.getByRole('menuitem', { name: act }).click()
  return page.getByRole('dialog')
}

test.describe('Deliveries: the pilot works, the client follows', () => {
  test('delivers an order and declares another impossible while the client watches both', async ({ enter }) => {
    const { page: watched } = await enter(client.login, '/client')
    const [first, second] = await placeOrders(watched, 'client', client.company, 'TRUNK-SIP', 'BACKUP')
    if (!first || !second) throw new Error('Two orders were to be placed.')
    await watched.goto('/client/commandes')
    await watched.getByRole('link', { name: first.reference }).click()
    await titled(watched, `Commande ${first.reference}`)
    await badge(watched, 'Commande déposée').waitFor()

    const { page } = await enter(pilot, '/exploitant/pilotage?tab=nobody')
    await page.getByRole('link', { name: first.reference }).waitFor()
    await expectGoodLooks(page, 'delivery-queue')
    // By keyboard alone: down to the order, take it over, go on from where it stood.
    const standing = () => page.evaluate(() => document.activeElement?.closest('[data-row]')?.getAttribute('data-row') ?? null)
    const waiting = await page.locator('tr[data-row]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')))
    const at = waiting.indexOf(first.reference)
    expect(at).toBeGreaterThan(0)
    for (let tries = 0; tries <= at; tries += 1) await page.keyboard.press('j')
    expect(await standing()).toBe(first.reference)
    await page.keyboard.press('p')
    await page.getByText(`Vous pilotez la commande ${first.reference}.`).waitFor()
    await page.locator(`tr[data-row="${first.reference}"]`).waitFor({ state: 'detached' })
    await page.keyboard.press('j')
    expect(await standing()).toBe(waiting[at + 1] ?? waiting[at - 1])
    await page.goto(`/exploitant/pilotage/${first.reference}`)
    await titled(page, `Commande ${first.reference}`)
    await watched.getByText('Céline B.').first().waitFor()

    const stepMenus = page.getByRole('list', { name: 'Étapes de la commande' }).locator('li button[aria-label^="Autres actions"]')
    await stepMenus.nth(1).waitFor()
    const names = await stepMenus.evaluateAll((all) =>
      all.map((each) => each.getAttribute('aria-label')?.replace('Autres actions sur l’étape ', '') ?? ''),
    )
    const [opening = '', next = ''] = names
    await page.getByRole('button', { name: `Commencer : ${opening}` }).click()
    await page.getByRole('button', { name: `Terminer : ${opening}` }).click()
    await badge(watched, 'Commande en cours de livraison').waitFor()
    // Work has begun: it is no longer the client's to cancel.
    await expect.poll(() => watched.getByRole('button', { name: 'Annuler la commande' }).count()).toBe(0)

    await page.getByRole('button', { name: `Autres actions sur l’étape ${next}` }).click()
    await page.getByRole('menuitem', { name: 'Bloquer' }).click()
    await page.getByRole('dialog').getByLabel('Cause du blocage').fill('Le local technique est fermé à clé.')
    await page.getByRole('dialog').getByRole('button', { name: 'Bloquer' }).click()
    await watched.getByText('Bloquée : c’est à vous d’agir').waitFor()
    // The cause stands in the page; a message that tells it comes and goes.
    await watched.getByRole('main').getByText('Le local technique est fermé à clé.').waitFor()
    await expectGoodLooks(watched, 'order-followed')
    await watched.getByLabel('Votre message').fill('Le gardien a la clé, de 8 h à 12 h.')
    await watched.getByRole('button', { name: 'Envoyer à tous' }).click()
    await page.getByText('Le gardien a la clé, de 8 h à 12 h.').waitFor()

    await page.getByLabel('Nouvelle note interne').fill('Rappeler le gardien avant de passer.')
    await page.getByRole('button', { name: 'Garder la note' }).click()
    await page.getByText('Rappeler le gardien avant de passer.').waitFor()
    await expectGoodLooks(page, 'delivery-steered')
    const deliver = page.getByRole('dialog', { name: `Livrer la commande ${first.reference}` })
    await page.getByRole('button', { name: 'Livrer', exact: true }).click()
    await deliver.getByText('Cette étape est bloquée').waitFor()
    await deliver.getByRole('button', { name: 'Retour' }).click()
    await page.getByRole('button', { name: `Débloquer : ${next}` }).click()
    await step(page, next).getByText('En cours').waitFor()

    await page.getByRole('button', { name: 'Livrer', exact: true }).click()
    await deliver.getByText('Cette livraison va').first().waitFor()
    await deliver.getByText(/créer \d+ service/).waitFor()
    await deliver.getByText('écrire le bon de livraison').waitFor()
    await deliver.getByLabel('Les marquer terminées à cette date').check()
    await deliver.getByRole('button', { name: 'Livrer', exact: true }).click()
    await badge(page, 'Commande livrée').waitFor()
    await badge(watched, 'Commande livrée').waitFor()
    await watched.getByRole('link', { name: /^Documents/ }).click()
    await watched.getByRole('link', { name: 'Télécharger Bon de livraison' }).waitFor()
    expect(await watched.getByText('Rappeler le gardien').count()).toBe(0)

    await watched.goto(`/client/commandes/${second.reference}`)
    await badge(watched, 'Commande déposée').waitFor()
    const { page: beside } = await enter(client.login, `/client/commandes/${first.reference}`)
    const sibling = beside.getByRole('listitem').filter({ hasText: second.reference })
    await sibling.getByText('Commande déposée').waitFor()
    await page.goto(`/exploitant/pilotage/${second.reference}`)
    const impossible = await openFromMenu(page, second.reference, 'Déclarer impossible')
    await impossible.getByRole('button', { name: 'Déclarer impossible' }).click()
    await impossible.getByText('Ce champ est obligatoire.').waitFor()
    await impossible.getByLabel(/Motif/).fill("Le bâtiment n'est pas raccordable.")
    await impossible.getByRole('button', { name: 'Déclarer impossible' }).click()
    await badge(page, 'Commande impossible').waitFor()
    await badge(watched, 'Commande impossible').waitFor()
    // The page of the order placed with it follows too.
    await sibling.getByText('Commande impossible').waitFor()
    await watched.getByRole('main').getByText("Le bâtiment n'est pas raccordable.").waitFor()
    await expectGoodLooks(watched, 'order-impossible')
  })

  test('waits for the client’s validation of what its partner entered', async ({ enter }) => {
    const { page: partner } = await enter(ambassador, '/ambassadeur')
    const [first, second] = await placeOrders(partner, 'ambassador', client.company, 'BACKUP', 'TEAM-MEETINGS')
    if (!first || !second) throw new Error('Two orders were to be placed.')
    await partner.goto(`/ambassadeur/commandes/${first.reference}`)
    await badge(partner, 'En attente de validation client').waitFor()

    const { page } = await enter(client.login, `/client/commandes/${first.reference}`)
    await page.getByRole('heading', { name: 'Cette commande attend votre validation' }).waitFor()
    await expectGoodLooks(page, 'order-to-validate')
    await page.getByRole('button', { name: 'Valider la commande' }).click()
    const terms = page.getByRole('dialog', { name: `Valider la commande ${first.reference}` })
    await terms.getByRole('region', { name: 'Conditions générales de vente' }).waitFor()
    await terms.getByRole('button', { name: 'Valider la commande' }).click()
    await terms.getByText('Ce champ est obligatoire.').waitFor()
    await terms.getByLabel(/J’ai lu et j’accepte/).check()
    await terms.getByRole('button', { name: 'Valider la commande' }).click()
    await badge(page, 'Commande déposée').waitFor()
    await badge(partner, 'Commande déposée').waitFor()

    await page.goto(`/client/commandes/${second.reference}`)
    await page.getByRole('button', { name: 'Refuser la commande' }).click()
    await page.getByRole('dialog').getByLabel(/Motif/).fill('Nous avons déjà cet outil.')
    await page.getByRole('dialog').getByRole('button', { name: 'Refuser la commande' }).click()
    await badge(page, 'Commande annulée (client)').waitFor()
  })

  test('tells the second of two pilots what the first did', async ({ enter }) => {
    const { page: buyer } = await enter(client.login, '/client')
    const [order] = await placeOrders(buyer, 'client', client.company, 'BACKUP')
    if (!order) throw new Error('An order was to be placed.')
    const { page } = await enter(pilot, `/exploitant/pilotage/${order.reference}`)
    const window = await openFromMenu(page, order.reference, 'Déclarer impossible')
    await window.getByLabel(/Motif/).fill('Hors de portée.')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Fermer sans enregistrer ?' }).getByRole('button', { name: 'Continuer la saisie' }).click()
    const { page: other } = await enter(otherPilot, `/exploitant/pilotage/${order.reference}`)
    await other.getByRole('button', { name: 'Prendre en charge' }).click()
    await other.getByText('Vous pilotez la commande').waitFor()
    await window.getByRole('button', { name: 'Déclarer impossible' }).click()
    await window.getByText('Quelqu’un est passé avant vous').waitFor()
    await window.getByText(/^Pilote : /).waitFor()
    // What was typed is kept; asked again, it is about the order as it is now.
    expect(await window.getByLabel(/Motif/).inputValue()).toBe('Hors de portée.')
    await window.getByRole('button', { name: 'Déclarer impossible' }).click()
    await badge(page, 'Commande impossible').waitFor()
  })

  test('lets the client cancel until delivery starts', async ({ enter }) => {
    const { page } = await enter(client.login, '/client')
    const [order] = await placeOrders(page, 'client', client.company, 'BACKUP')
    if (!order) throw new Error('An order was to be placed.')
    await page.goto(`/client/commandes/${order.reference}`)
    await page.getByRole('button', { name: 'Annuler la commande' }).click()
    const window = page.getByRole('dialog', { name: `Annuler la commande ${order.reference} ?` })
    await window.getByRole('button', { name: 'Retour' }).click()
    await badge(page, 'Commande déposée').waitFor()
    await page.getByRole('button', { name: 'Annuler la commande' }).click()
    await window.getByRole('button', { name: 'Annuler la commande' }).click()
    await badge(page, 'Commande annulée (client)').waitFor()
  })
})
