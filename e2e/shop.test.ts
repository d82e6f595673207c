import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { ask, expectGoodLooks, journey, titled } from './rig/journey.ts'
import { linkIn } from './rig/mailbox.ts'

const client = 'E-000000004'
const ambassador = 'E-000000003'
const operator = 'E-000000002'
const endClient = { login: 'E-000000007', company: 'OIP-00000013', name: 'Cabinet Lenoir & Associés' } as const

const sites = (page: Page) => page.getByRole('list', { name: 'Sites' }).getByRole('checkbox')

const choose = async (page: Page, label: RegExp, option: RegExp) => {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first()
    .click()
  await page.getByRole('option', { name: option }).click()
}

/** From the button on an offer's page to its form. */
const open = async (page: Page, name: string, button: 'Commander' | 'Choisir' = 'Commander') => {
  await page.getByRole('link', { name, exact: true }).click()
  await titled(page, name)
  await page.getByRole('link', { name: button, exact: true }).click()
  await titled(page, `Commander ${name}`)
}

const addToBasket = async (page: Page) => {
  await page.getByRole('button', { name: 'Mettre au panier' }).click()
  await titled(page, 'Mon panier')
}

/** Accepts the terms of sale and orders; gives the references. */
const order = async (page: Page): Promise<string[]> => {
  await page.getByRole('button', { name: 'Commander', exact: true }).click()
  const window = page.getByRole('dialog', { name: 'Confirmer la commande' })
  await window.getByRole('region', { name: 'Conditions générales de vente' }).waitFor()
  await window.getByRole('button', { name: 'Commander' }).click()
  await window.getByText('Ce champ est obligatoire.').first().waitFor()
  for (const box of await window.getByRole('checkbox').all()) await box.check()
  await window.getByRole('button', { name: 'Commander' }).dblclick()
  await titled(page, 'Commande confirmée')
  return page.getByRole('list', { name: 'Commandes' }).getByRole('link').allInnerTexts()
}

/** Takes the first answer of every choice that has none yet. */
const answerChoices = async (page: Page) => {
  for (const group of await page.getByRole('radiogroup').all())
    if ((await group.getByRole('radio', { checked: true }).count()) === 0) await group.getByRole('radio').first().check()
}

journey('E-Boutique', (stage) => {
  it('a client compares, orders fibre and telephony on two sites, once', async () => {
    const { page } = await stage.enter(client, '/client/e-boutique')
    await titled(page, 'Ma e-boutique')
    await page.getByRole('heading', { name: 'FIBRE OPTIQUE ENTREPRISE' }).waitFor()
    await expectGoodLooks(page, 'shop')
    await page.getByRole('link', { name: /^Téléphonie IP/ }).click()
    await page.waitForURL(/famille=ip_telephony/)
    await expect.poll(() => page.getByRole('heading', { name: 'FIBRE OPTIQUE ENTREPRISE' }).count()).toBe(0)
    await page.getByRole('link', { name: /^Toutes les offres/ }).click()
    await page.getByRole('searchbox', { name: 'Rechercher une offre' }).fill('fibre')
    await page.waitForURL(/q=fibre/)
    await page.getByRole('checkbox', { name: 'Comparer « FIBRE OPTIQUE ENTREPRISE »' }).check()
    await page.getByRole('checkbox', { name: 'Comparer « Fibre FTTH Pro »' }).check()
    await page.getByRole('region', { name: 'Comparaison des offres' }).getByRole('link', { name: 'Comparer' }).click()
    await titled(page, 'Comparaison des offres')
    await page.getByRole('columnheader', { name: 'Fibre FTTH Pro' }).waitFor()
    await expectGoodLooks(page, 'shop-comparison')

    await page.getByRole('link', { name: 'FIBRE OPTIQUE ENTREPRISE', exact: true }).click()
    await titled(page, 'FIBRE OPTIQUE ENTREPRISE')
    await page.getByText('45 jours annoncés').waitFor()
    await expectGoodLooks(page, 'shop-offer')
    await page.getByRole('link', { name: 'Commander', exact: true }).click()
    await titled(page, 'Commander FIBRE OPTIQUE ENTREPRISE')
    await page.getByRole('button', { name: 'Mettre au panier' }).click()
    await page.getByText('Ce champ est obligatoire.').first().waitFor()
    await expectGoodLooks(page, 'shop-form-faults')
    await sites(page).nth(0).check()
    await sites(page).nth(1).check()
    await choose(page, /Débit symétrique/, /^100 Mbit/)
    await page.getByRole('radio', { name: /^J\+1/ }).check()
    await page.getByRole('textbox', { name: /^Adresses IPv4 publiques/ }).fill('17')
    await page.getByLabel(/Local technique/).fill('Rez-de-chaussée')
    await page.getByText('Au plus 16.').waitFor()
    await page.getByRole('textbox', { name: /^Adresses IPv4 publiques/ }).fill('4')
    // 190 + 160 + 4 × 2, twice.
    await page.getByText(/716,00\s€/).waitFor()
    await page.getByRole('radio', { name: /36 mois/ }).click()
    await page.getByText('Remise d’engagement de 12').waitFor()
    await addToBasket(page)

    await page.getByRole('link', { name: 'Ajouter d’autres produits' }).click()
    await open(page, 'TRUNK SIP')
    await sites(page).nth(0).check()
    await sites(page).nth(1).check()
    await page.getByRole('button', { name: 'Augmenter : Canaux' }).click()
    await page.getByRole('radio', { name: 'À la minute' }).check()
    await page.getByRole('radio', { name: 'Conserver mes numéros' }).check()
    await page.getByLabel(/Numéro principal à conserver/).waitFor()
    await page.getByRole('radio', { name: 'Nouveaux numéros' }).check()
    await page.getByRole('radio', { name: 'Par adresse IP' }).check()
    await page.getByRole('textbox', { name: /Adresse IP/ }).fill('192.0.2')
    await page.getByLabel("Modèle de l'IPBX").fill('Standard')
    await page.getByText('Ce n’est pas une adresse IP.').waitFor()
    await page.getByRole('textbox', { name: /Adresse IP/ }).fill('192.0.2.10')
    await page.getByRole('button', { name: 'Nouveau contact' }).click()
    const contact = page.getByRole('dialog')
    await contact.getByRole('textbox', { name: /^Nom/ }).fill('Portier')
    await contact.getByRole('textbox', { name: /^Téléphone/ }).fill('0140506070')
    await contact.getByRole('button', { name: /Créer|Ajouter/ }).click()
    await contact.waitFor({ state: 'hidden' })
    await addToBasket(page)
    await page
      .getByText(/Portier/)
      .first()
      .waitFor()
    await page
      .getByRole('table', { name: /^Facture de/ })
      .first()
      .waitFor()
    await expectGoodLooks(page, 'shop-basket')

    // Kept across sessions and pages; changed, duplicated and taken out.
    await page.getByRole('button', { name: 'Dupliquer « TRUNK SIP »' }).click()
    await expect.poll(() => page.getByRole('button', { name: 'Retirer « TRUNK SIP »' }).count()).toBe(2)
    await page.getByRole('button', { name: 'Retirer « TRUNK SIP »' }).last().click()
    await expect.poll(() => page.getByRole('button', { name: 'Retirer « TRUNK SIP »' }).count()).toBe(1)
    await page.getByRole('link', { name: 'Modifier « TRUNK SIP »' }).click()
    await titled(page, 'TRUNK SIP')
    await page.getByRole('button', { name: 'Augmenter : Canaux' }).click()
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await titled(page, 'Mon panier')
    await page.reload()
    await page.getByText('4 canaux').waitFor()

    const references = await order(page)
    expect(references).toHaveLength(4)
    expect(new Set(references).size).toBe(4)
    await expectGoodLooks(page, 'shop-placed')
    await page.reload()
    await page.getByText('4 commandes sont enregistrées.').waitFor()
    const { body } = await ask(page, 'GET', '/api/client/orders?state=running')
    const placed = (body as { items: { reference: string }[] }).items.map(({ reference }) => reference)
    expect(placed).toEqual(expect.arrayContaining(references))
    await page.goto('/client/e-boutique/panier')
    await page.getByText('Le panier est vide').waitFor()
  })

  it('an addition starts from its contract, quantities and calls side by side', async () => {
    const { page } = await stage.enter(client, '/client')
    const { body } = await ask(page, 'GET', '/api/client/subscriptions?state=active&name=TRUNK')
    const [trunk] = (body as { items: { reference: string }[] }).items
    await page.goto(`/client/e-boutique/ajout/${trunk?.reference}`)
    await page.getByRole('link', { name: 'Ajout de canaux SIP sur un Trunk SIP existant' }).click()
    await titled(page, 'Ajout de canaux SIP sur un Trunk SIP existant')
    for (let added = 1; added < 4; added += 1) await page.getByRole('button', { name: /^Augmenter/ }).click()
    const table = page.getByRole('table', { name: 'Avant et après l’ajout' })
    await table.getByRole('row', { name: /Appels entrants/ }).waitFor()
    await page.getByText('1 appel entrant simultané de plus est offert').waitFor()
    await expectGoodLooks(page, 'shop-addition')
    await addToBasket(page)
    await page.getByText(`[${trunk?.reference}]`).first().waitFor()
    expect(await order(page)).toHaveLength(1)
  })

  it('an ambassador orders for a client, who validates by the mailed link', async () => {
    const { page: partner } = await stage.enter(ambassador, '/ambassadeur/e-boutique')
    await partner.getByRole('heading', { name: 'Pour quel client commandez-vous ?' }).waitFor()
    await choose(partner, /^Client/, /^Ma Société/)
    await partner.getByText('Vous commandez pour Ma Société').waitFor()
    await partner.getByText(/Elle ne part qu’après sa validation/).waitFor()
    await expectGoodLooks(partner, 'shop-for-client')
    await open(partner, 'Serveur virtuel')
    await sites(partner).nth(0).check()
    await answerChoices(partner)
    await addToBasket(partner)
    await partner.getByRole('button', { name: 'Commander', exact: true }).click()
    const window = partner.getByRole('dialog', { name: 'Confirmer la commande' })
    await window.getByText('seront acceptées par Ma Société').waitFor()
    await window.getByRole('button', { name: 'Commander' }).click()
    await titled(partner, 'Commande confirmée')
    await partner.getByText('En attente de validation client').waitFor()
    const [reference = ''] = await partner.getByRole('list', { name: 'Commandes' }).getByRole('link').allInnerTexts()

    const { page } = await stage.enter(client, '/client')
    const { body } = await ask(page, 'GET', '/api/session')
    const { email } = (body as { user: { email: string } }).user
    const mail = await stage.portal.mailbox.waitFor(email, new RegExp(reference))
    await page.goto(linkIn(mail))
    await titled(page, `Commande ${reference}`)
    await page.getByRole('button', { name: 'Valider la commande' }).click()
    const terms = page.getByRole('dialog', { name: `Valider la commande ${reference}` })
    await terms.getByRole('checkbox', { name: /conditions générales/ }).check()
    await terms.getByRole('button', { name: 'Valider la commande' }).click()
    await page.getByText('Commande déposée').first().waitFor()
  })

  it('an operator’s client sees no amount of the carrier; its request becomes the operator’s order', async () => {
    const { page } = await stage.enter(endClient.login, '/client/e-boutique')
    await page.getByText('Vos commandes passent par votre opérateur').waitFor()
    const own = await ask(page, 'GET', '/api/client/catalog/offers/FIBRE-ENTREPRISE')
    expect(JSON.stringify(own.body)).not.toMatch(/"(?:oneOff|monthly)Cents":\d/)
    await open(page, 'FIBRE OPTIQUE ENTREPRISE', 'Choisir')
    expect(await page.locator('main').innerText()).not.toContain('€')
    await sites(page).nth(0).check()
    await choose(page, /Débit symétrique/, /^100 Mbit/)
    await page.getByRole('radio', { name: /^J\+1/ }).check()
    await page.getByLabel(/Local technique/).fill('Sous-sol')
    await page.getByText('Prix sur demande').waitFor()
    expect(await page.locator('main').innerText()).not.toContain('€')
    await addToBasket(page)
    expect(await page.locator('main').innerText()).not.toContain('€')
    const basket = await ask(page, 'GET', `/api/client/companies/${endClient.company}/basket`)
    const amounts = JSON.stringify(basket.body).match(/"\w*[cC]ents":[1-9]\d*/g) ?? []
    expect(amounts).toEqual([])
    await expectGoodLooks(page, 'shop-end-client')
    await page.getByRole('button', { name: 'Demander à mon opérateur' }).click()
    await page.getByRole('dialog').getByLabel('Message').fill('Pour la rentrée, merci.')
    await page.getByRole('dialog').getByRole('button', { name: 'Envoyer' }).click()
    await titled(page, /^Demande du/)
    await page.getByText('Pour la rentrée, merci.').waitFor()

    const { page: seller } = await stage.enter(operator, '/operateur/e-boutique/demandes?state=open')
    await seller
      .getByRole('row', { name: /Cabinet Lenoir/ })
      .getByRole('link')
      .first()
      .click()
    await seller.getByText('Pour la rentrée, merci.').waitFor()
    await expectGoodLooks(seller, 'shop-request')
    await seller.getByRole('button', { name: 'Reprendre dans mon panier' }).click()
    await titled(seller, 'Mon panier')
    await seller.getByText(`Vous commandez pour ${endClient.name}`).waitFor()
    // The wholesale price, not the public one: 72 % of 352 €.
    await seller
      .getByText(/25[34],\d\d\s€/)
      .first()
      .waitFor()
    expect(await order(seller)).toHaveLength(1)
    await page.reload()
    await page.getByText('Prise en charge').waitFor()

    await seller.goto('/operateur/e-boutique/prix-de-revente')
    await seller.getByRole('button', { name: 'Fixer un prix pour « FIBRE OPTIQUE ENTREPRISE »' }).click()
    const drawer = seller.getByRole('dialog')
    await drawer.getByRole('textbox', { name: /^Frais d’accès/ }).fill('400')
    await drawer.getByRole('textbox', { name: /^Abonnement/ }).fill('249,90')
    await drawer.getByRole('button', { name: 'Enregistrer' }).click()
    await drawer.waitFor({ state: 'hidden' })
    await expectGoodLooks(seller, 'shop-resale')
    await page.goto('/client/e-boutique/offres/FIBRE-ENTREPRISE')
    await page
      .getByText(/249,90\s€/)
      .first()
      .waitFor()
  })
})
