import { expect, type Page } from '@playwright/test'
import type { Subscription } from '../api/orders/contract/contract.ts'
import type { Order } from '../api/orders/reading/orders.ts'
import { test } from './rig/journey.ts'
import { expectGoodLooks } from './rig/looks.ts'
import { ask, titled } from './rig/page.ts'
import { accept, addToBasket } from './rig/shop.ts'

const trunk = 'OC39724'
const named = `Modification de TRUNK SIP [${trunk}]`

const contractOf = async (page: Page, universe = 'client'): Promise<Subscription> =>
  (await ask(page, 'GET', `/api/${universe}/subscriptions/${trunk}`)).body as Subscription
const orderOf = async (page: Page, reference: string): Promise<Order> =>
  (await ask(page, 'GET', `/api/client/orders/${reference}`)).body as Order
const euros = (cents: number) =>
  new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(cents / 100).replaceAll(/\s/g, ' ')
/** The cells of a row, as they are read: the spaces of figures are narrow ones. */
const cellsOf = async (page: Page, table: string, row: string): Promise<string[]> => {
  const texts = await page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: row }).getByRole('cell').allInnerTexts()
  return texts.map((text) => text.replaceAll(/\s/g, ' '))
}

test.describe('A running contract is modified', () => {
  test('the client orders more channels, sees each price before and after, the pilot delivers, and the contract costs what was told', async ({
    enter,
  }) => {
    const { page } = await enter('E-000000004', `/client/catalogue/offres-contractees/${trunk}`)
    await titled(page, 'TRUNK SIP')
    const before = await contractOf(page)
    await page.getByRole('link', { name: 'Modifier', exact: true }).click()
    await titled(page, 'Modifier l’offre')
    await page.getByRole('button', { name: 'Augmenter : Canaux' }).click()
    await page.getByRole('button', { name: 'Augmenter : Canaux' }).click()

    // What is answered otherwise, and what only costs otherwise because the offer has a new version: old price, new price.
    const channels = page.getByRole('table', { name: 'Ce qui change' }).getByRole('row', { name: 'Canaux' })
    await channels.getByText('10 canaux').waitFor()
    expect((await cellsOf(page, 'Ce qui change', 'Canaux')).slice(0, 2)).toEqual(['8 canaux', '10 canaux'])
    const base = before.costs?.lines.find(({ item }) => item === 'base')?.monthlyCents ?? 0
    const [was, is] = await cellsOf(page, 'Ce qui change', 'Abonnement')
    expect(was).toBe(`${euros(base)}/mois`)
    expect(is).toMatch(/^\d+,\d\d €\/mois$/)
    expect(is).not.toBe(was)
    const told = await cellsOf(page, 'Ce qui change', 'Abonnement mensuel HT')
    expect(told[0]).toBe(`${euros(before.costs?.monthlyCents ?? 0)}/mois`)
    await expectGoodLooks(page, 'modification')

    await addToBasket(page)
    await page.getByText(named).waitFor()
    await page.getByRole('link', { name: 'Modifier « TRUNK SIP »' }).click()
    await titled(page, 'TRUNK SIP')
    await page.getByText(named).waitFor()
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await titled(page, 'Mon panier')
    const last = await accept(page)
    await last.getByRole('button', { name: 'Commander' }).click()
    await titled(page, 'Commande confirmée')
    const [reference = ''] = await page.getByRole('list', { name: 'Commandes' }).getByRole('link').allInnerTexts()

    // Nothing of the contract moves before the delivery; nobody pilots the order yet, and the list says so.
    expect(await contractOf(page)).toMatchObject({ quantity: 8, costs: { monthlyCents: before.costs?.monthlyCents } })
    await page.goto('/client/catalogue/offres-contractees?name=trunk')
    const row = page.getByRole('row').filter({ hasText: trunk })
    // Without a pilot yet.
    await row.getByText('Modification', { exact: true }).waitFor()
    await page.goto(`/client/commandes/${reference}`)
    await titled(page, `Commande ${reference}`)
    const placed = await orderOf(page, reference)
    expect(placed).toMatchObject({ kind: 'modification', quantity: { before: 8, after: 10 } })
    await page.getByRole('link', { name: 'Contenu', exact: true }).click()
    expect((await page.getByRole('region', { name: 'Éléments commandés' }).innerText()).replaceAll(/\s/g, ' ')).toContain(
      `${euros(base)} →`,
    )
    await expectGoodLooks(page, 'modification-ordered')
    await page.getByRole('link', { name: 'Aperçu', exact: true }).click()

    const { page: pilot } = await enter('E-000000009', `/exploitant/pilotage/${reference}`)
    await pilot.getByRole('button', { name: 'Prendre en charge' }).click()
    await page.getByText('Céline B.').first().waitFor()
    await pilot.getByRole('button', { name: 'Livrer', exact: true }).click()
    const deliver = pilot.getByRole('dialog', { name: `Livrer la commande ${reference}` })
    await deliver.getByLabel('Les marquer terminées à cette date').check()
    await deliver.getByRole('button', { name: 'Livrer', exact: true }).click()
    await page.getByText('Commande livrée').first().waitFor()

    // From its day the contract has the new quantity and lines, which come to the fee that was told; its commitment goes on.
    const after = await contractOf(page)
    const monthlyCents = (before.costs?.monthlyCents ?? 0) + (placed.totals?.monthlyCents ?? 0)
    expect(told[1]).toBe(`${euros(monthlyCents)}/mois`)
    expect(after).toMatchObject({
      quantity: 10,
      state: 'active',
      costs: { monthlyCents, oneOffCents: (before.costs?.oneOffCents ?? 0) + (placed.totals?.oneOffCents ?? 0) },
      lastOrder: { reference, kind: 'modification', state: 'delivered' },
    })
    expect(after.costs?.lines.reduce((sum, line) => sum + line.monthlyCents, 0)).toBe(monthlyCents)
    expect(after.commitments.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual(
      before.commitments.map(({ startsOn, endsOn }) => [startsOn, endsOn]),
    )
    await page.getByRole('link', { name: /^Documents/ }).click()
    await page.getByRole('link', { name: 'Télécharger Bon de livraison' }).waitFor()
    await page.goto(`/client/catalogue/offres-contractees/${trunk}`)
    await page.getByText('10 canaux').first().waitFor()
    await expectGoodLooks(page, 'modification-delivered')

    const { page: partner } = await enter('E-000000003', `/ambassadeur/catalogue/offres-contractees/${trunk}`)
    await titled(partner, 'TRUNK SIP')
    expect(await contractOf(partner, 'ambassador')).toMatchObject({ quantity: 10, costs: { monthlyCents } })
  })
})
