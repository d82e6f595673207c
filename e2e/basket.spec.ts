import { expect, type Page } from '@playwright/test'
import type { Basket } from '#api/shop/baskets/baskets'
import { test } from './rig/journey.ts'
import { expectGoodLooks } from './rig/looks.ts'
import { ask, titled } from './rig/page.ts'
import { accept, addToBasket, answerChoices, choose, open, raise, send, sites } from './rig/shop.ts'

const carrier = 'E-000000001'
const pilot = 'E-000000009'
const operator = 'E-000000002'
const endClient = 'E-000000007'
const client = { login: 'E-000000004', company: 'OIP-00000002' } as const
const orderer = 'E-000000005'
const ownCompany = `/api/client/companies/${client.company}`

const setStanding = async (page: Page, financialState: 'sound' | 'blocked') => {
  const path = `/api/carrier/companies/${client.company}/standing`
  const { version } = await send<{ version: number }>(page, 'GET', path)
  await send(page, 'PATCH', path, { version, financialState })
}

const fillServer = async (page: Page, name = 'Serveur virtuel') => {
  await open(page, name)
  await sites(page).nth(0).check()
  await answerChoices(page)
}

/** Nothing is left of what another test put in the basket. */
const empty = (page: Page) => send(page, 'DELETE', `${ownCompany}/basket`)

test.describe('E-Boutique, less usual', () => {
  test('whoever may only order orders: sites and on-site contacts by name, none created', async ({ enter }) => {
    const { page: administrator } = await enter(client.login, '/client')
    const right = await send<{ id: string }>(administrator, 'POST', `${ownCompany}/rights`, {
      name: 'Commandes',
      universe: 'client',
      templates: ['orders.manage'],
      allSites: true,
      siteIds: [],
    })
    await send(administrator, 'PUT', `${ownCompany}/users/${orderer}/rights`, { rightIds: [right.id] })
    const { page } = await enter(orderer, '/client/e-boutique')
    expect((await ask(page, 'GET', `${ownCompany}/sites`)).status).toBe(403)
    await fillServer(page)
    await page.getByRole('heading', { name: 'Livraison', exact: true }).waitFor()
    expect(await page.getByRole('button', { name: 'Nouveau contact' }).count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Ajouter un site' }).count()).toBe(0)
    await choose(page, /^Contact sur site/, /^Nadia Petit/)
    await expectGoodLooks(page, 'shop-orderer')
    await addToBasket(page)
    await page.getByText(/Nadia Petit/).waitFor()
    await page.getByRole('link', { name: 'Modifier « Serveur virtuel »' }).click()
    await titled(page, 'Serveur virtuel')
    await expect
      .poll(() =>
        page
          .getByRole('combobox', { name: /^Contact sur site/ })
          .or(page.getByRole('textbox', { name: /^Contact sur site/ }))
          .first()
          .inputValue(),
      )
      .toMatch(/^Nadia Petit/)
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await titled(page, 'Mon panier')
    const window = await accept(page)
    await window.getByRole('button', { name: 'Commander' }).click()
    await titled(page, 'Commande confirmée')
  })

  test('a price that moved is told, and nothing is ordered before it is accepted', async ({ portal, enter }) => {
    const today = portal.clock.today().toString()
    const { page } = await enter(client.login, '/client/e-boutique')
    await fillServer(page)
    await addToBasket(page)
    const window = await accept(page)
    const { page: seller } = await enter(carrier, '/exploitant')
    const { code } = (await send<Basket>(page, 'GET', `${ownCompany}/basket`)).lines[0]?.offer ?? { code: '' }
    await raise(seller, code, 1010, today)
    // Between the last look and the button.
    await window.getByRole('button', { name: 'Commander' }).click()
    await window.getByRole('alert').waitFor()
    await window.getByText('Acceptez d’abord les nouveaux prix.').waitFor()
    expect(await window.getByRole('button', { name: 'Commander' }).count()).toBe(0)
    await window.getByRole('button', { name: 'Retour' }).click()
    const told = page.getByRole('alert').filter({ hasText: 'Des prix ont changé' })
    await told.getByText('une nouvelle version de l’offre est en vente').waitFor()
    expect(await page.getByRole('button', { name: 'Commander', exact: true }).isDisabled()).toBe(true)
    await page.getByText('Acceptez d’abord les nouveaux prix.').waitFor()
    await expectGoodLooks(page, 'shop-price-changed')
    await told.getByRole('button', { name: 'Accepter le nouveau prix' }).click()
    await told.waitFor({ state: 'hidden' })
    const again = await accept(page)
    await again.getByRole('button', { name: 'Commander' }).click()
    await titled(page, 'Commande confirmée')
  })

  test('a blocked company reads it before any form, and its orders are refused', async ({ enter }) => {
    const { page: seller } = await enter(carrier, '/exploitant')
    const { page } = await enter(client.login, '/client/e-boutique')
    await empty(page)
    await fillServer(page)
    await addToBasket(page)
    const basket = await send<Basket>(page, 'GET', `${ownCompany}/basket`)
    await setStanding(seller, 'blocked')
    await page.goto('/client/e-boutique')
    await page.getByRole('alert').filter({ hasText: 'Aucune commande n’est possible pour le moment' }).waitFor()
    await expectGoodLooks(page, 'shop-blocked')
    await page.goto('/client/e-boutique/panier')
    await page.getByText('Les commandes sont bloquées pour cette société.').waitFor()
    expect(await page.getByRole('button', { name: 'Commander', exact: true }).isDisabled()).toBe(true)
    const body = { basketId: basket.id, version: basket.version, termsVersion: basket.termsVersion }
    const refused = await ask(page, 'POST', `${ownCompany}/basket/order`, body)
    expect(refused.body).toMatchObject({ code: 'company_blocked' })
    await setStanding(seller, 'sound')
    await page.reload()
    await expect.poll(() => page.getByRole('button', { name: 'Commander', exact: true }).isEnabled()).toBe(true)
  })

  test('two windows of one basket: changes are merged, and what one did not see the other does not order', async ({ enter }) => {
    const { page, context } = await enter(client.login, '/client/e-boutique')
    await empty(page)
    await open(page, 'TRUNK SIP')
    await sites(page).nth(0).check()
    await page.getByRole('radio', { name: 'À la minute' }).check()
    await page.getByRole('radio', { name: 'Nouveaux numéros' }).check()
    await page.getByRole('radio', { name: 'Par adresse IP' }).check()
    await page.getByRole('textbox', { name: /Adresse IP/ }).fill('192.0.2.10')
    await page.getByLabel("Modèle de l'IPBX").fill('Standard')
    await addToBasket(page)
    await page.getByRole('link', { name: 'Modifier « TRUNK SIP »' }).click()
    await titled(page, 'TRUNK SIP')
    const other = await context.newPage()
    await other.goto(page.url())
    await titled(other, 'TRUNK SIP')
    await other.getByLabel("Modèle de l'IPBX").fill('Autre modèle')
    await other.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await titled(other, 'Mon panier')
    await page.getByRole('textbox', { name: /Adresse IP/ }).fill('192.0.2.20')
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await page.getByText('Cette ligne a changé dans une autre fenêtre.').waitFor()
    await expect.poll(() => page.getByLabel("Modèle de l'IPBX").inputValue()).toBe('Autre modèle')
    expect(await page.getByRole('textbox', { name: /Adresse IP/ }).inputValue()).toBe('192.0.2.20')
    await expectGoodLooks(page, 'shop-line-merged')
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await titled(page, 'Mon panier')
    await page.getByText('192.0.2.20').waitFor()

    // The header of every window counts with the first.
    await page.getByRole('link', { name: 'Panier, 1 ligne' }).waitFor()
    await other.getByRole('link', { name: 'Panier, 1 ligne' }).waitFor()
    await other.reload()
    await other.getByText('192.0.2.20').waitFor()
    const window = await accept(other)
    await page.getByRole('button', { name: 'Dupliquer « TRUNK SIP »' }).click()
    await expect.poll(() => page.getByRole('button', { name: 'Retirer « TRUNK SIP »' }).count()).toBe(2)
    await other.locator('header').locator('[aria-label="Mon panier, 2 lignes"]').waitFor()
    await window.getByRole('button', { name: 'Commander' }).click()
    await window.getByRole('alert').waitFor()
    await window.getByRole('button', { name: 'Retour' }).click()
    await expect.poll(() => other.getByRole('button', { name: 'Retirer « TRUNK SIP »' }).count()).toBe(2)
    await page.getByRole('button', { name: 'Retirer « TRUNK SIP »' }).last().click()
    await expect.poll(() => page.getByRole('button', { name: 'Retirer « TRUNK SIP »' }).count()).toBe(1)
    const last = await accept(page)
    await last.getByRole('button', { name: 'Commander' }).click()
    await titled(page, 'Commande confirmée')
    // The other window still shows what is ordered by now.
    await other.getByRole('button', { name: 'Retirer « TRUNK SIP »' }).first().click()
    await other.getByText('Le panier est vide').waitFor()
  })

  test('« Commander » in two windows, and answers that get lost on their way: one order', async ({ enter }) => {
    const { page, context } = await enter(client.login, '/client/e-boutique')
    await empty(page)
    await fillServer(page)
    await addToBasket(page)
    const placed = async () => {
      const { items } = await send<{ items: { reference: string }[] }>(page, 'GET', '/api/client/orders?sort=-reference')
      return items.map(({ reference }) => reference)
    }
    const before = await placed()
    // Neither is watched for its console: the browser complains there of the answers that it does not get.
    const windows = [await context.newPage(), await context.newPage()]
    const asked = new Map(windows.map((each) => [each, 0]))
    for (const each of windows) {
      await each.goto(page.url())
      await each.route('**/basket/order', async (route) => {
        const response = await route.fetch()
        const times = (asked.get(each) ?? 0) + 1
        asked.set(each, times)
        return times <= 2 ? route.abort('connectionreset') : route.fulfill({ response })
      })
    }
    const ready = []
    for (const each of windows) ready.push(await accept(each))
    await Promise.all(ready.map((window) => window.getByRole('button', { name: 'Commander' }).dblclick()))
    for (const each of windows) await titled(each, 'Commande confirmée')
    expect([...asked.values()]).toEqual([3, 3])
    const links = await Promise.all(windows.map((each) => each.getByRole('list', { name: 'Commandes' }).getByRole('link').allInnerTexts()))
    expect(links[0]).toHaveLength(1)
    expect(links[1]).toEqual(links[0])
    expect((await placed()).filter((reference) => !before.includes(reference))).toEqual(links[0])
  })

  test('a file that the form asks for is sent, kept with the line and read again', async ({ enter }) => {
    const { page } = await enter(client.login, '/client/e-boutique')
    await empty(page)
    await open(page, 'FIBRE OPTIQUE ENTREPRISE')
    await sites(page).nth(0).check()
    await choose(page, /Débit symétrique/, /^100 Mbit/)
    await page.getByRole('radio', { name: /^J\+1/ }).check()
    await page.getByLabel(/Local technique/).fill('Rez-de-chaussée')
    await page.getByRole('checkbox', { name: /accord du propriétaire/ }).check()
    const input = page.locator('[data-field="agreement_file"] input[type="file"]')
    await input.setInputFiles({ name: 'accord.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') })
    await page.locator('[data-field="agreement_file"]').getByRole('alert').waitFor()
    await input.setInputFiles({ name: 'accord.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no PDF at all') })
    await expect
      .poll(() => page.locator('[data-field="agreement_file"]').getByRole('alert').innerText())
      .toMatch(/^Ce type de fichier n’est pas accepté/)
    await input.setInputFiles({
      name: 'accord.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n'),
    })
    await page.locator('[data-field="agreement_file"]').getByText('accord.pdf').waitFor()
    await expectGoodLooks(page, 'shop-file')
    await addToBasket(page)
    await page.getByText('accord.pdf').waitFor()
    await page.getByRole('link', { name: 'Modifier « FIBRE OPTIQUE ENTREPRISE »' }).click()
    await page.locator('[data-field="agreement_file"]').getByText('accord.pdf').waitFor()
    await page.goto('/client/e-boutique/panier')
    await empty(page)
  })

  test('an operator declines a request with an answer, which its client reads', async ({ enter }) => {
    const { page } = await enter(endClient, '/client/e-boutique')
    await open(page, 'Serveur virtuel', 'Choisir')
    await sites(page).nth(0).check()
    await answerChoices(page)
    await addToBasket(page)
    await page.getByRole('button', { name: 'Demander à mon opérateur' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Envoyer' }).click()
    await titled(page, /^Demande du/)
    const address = new URL(page.url()).pathname

    const { page: seller } = await enter(operator, address.replace('/client/', '/operateur/'))
    await titled(seller, /^Demande du/)
    await seller.getByRole('button', { name: 'Refuser la demande' }).click()
    const window = seller.getByRole('dialog', { name: 'Refuser la demande' })
    await window.getByRole('button', { name: 'Refuser la demande' }).click()
    await window.getByText('Ce champ est obligatoire.').waitFor()
    await window.getByRole('textbox', { name: /^Réponse/ }).fill('Votre serveur actuel suffit : parlons-en.')
    await window.getByRole('button', { name: 'Refuser la demande' }).click()
    await window.waitFor({ state: 'hidden' })
    await seller.getByText('Refusée', { exact: true }).waitFor()
    expect(await seller.getByRole('button', { name: 'Reprendre dans mon panier' }).count()).toBe(0)
    await page.reload()
    await page.getByText('Votre serveur actuel suffit : parlons-en.').waitFor()
    await page.getByText('Refusée', { exact: true }).waitFor()
    await expectGoodLooks(page, 'shop-declined')
  })

  for (const [who, login] of [
    ['the carrier', carrier],
    ['a pilot', pilot],
  ] as const)
    test(`${who} orders for a client, who will validate`, async ({ enter }) => {
      const { page } = await enter(login, '/exploitant/e-boutique')
      await choose(page, /^Client/, /^Ma Société/)
      await page.getByText('Vous commandez pour Ma Société').waitFor()
      await page.getByText(/Elle ne part qu’après sa validation/).waitFor()
      await fillServer(page)
      await addToBasket(page)
      if (login === carrier) await expectGoodLooks(page, 'shop-carrier-basket')
      await page.getByRole('button', { name: 'Commander', exact: true }).click()
      const window = page.getByRole('dialog', { name: 'Confirmer la commande' })
      await window.getByText('seront acceptées par Ma Société').waitFor()
      await window.getByRole('button', { name: 'Commander' }).click()
      await titled(page, 'Commande à valider par le client')
      await page.getByText('En attente de validation client').waitFor()
    })
})
