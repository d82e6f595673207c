import { expect, type Page } from '@playwright/test'
import type { OfferVersion } from '#api/catalog/admin/offer-versions'
import type { OfferPage } from '#api/catalog/offers/offers'
import { phone } from './rig/browser.ts'
import { typeDay } from './rig/days.ts'
import { test } from './rig/journey.ts'
import { expectFits, expectGoodLooks } from './rig/looks.ts'
import { ask, titled } from './rig/page.ts'
import { placeOrders } from './rig/place-orders.ts'
import { password } from './rig/portal.ts'

const carrier = 'E-000000001'
const pilot = 'E-000000009'
const client = { login: 'E-000000004', company: 'OIP-00000002' } as const
const offer = { code: 'FTTH-PRO', name: 'Fibre FTTH Pro' } as const
const address = `/exploitant/catalogue/offres/${offer.code}`
const dayMilliseconds = 86_400_000

const badge = (page: Page, state: string) =>
  page.locator('header', { has: page.getByRole('heading', { level: 1 }) }).getByText(state, { exact: true })
const part = (page: Page, name: string) => page.getByRole('navigation', { name: 'Parties de la version' }).getByRole('link', { name })
const readVersion = async (page: Page, number: number): Promise<OfferVersion> =>
  (await ask(page, 'GET', `/api/carrier/catalog-admin/offers/${offer.code}/versions/${number}`)).body as OfferVersion
const monthly = async (page: Page): Promise<number> =>
  ((await ask(page, 'GET', `/api/client/catalog/offers/${offer.code}`)).body as OfferPage).price.monthlyCents ?? 0

test.describe('The catalogue of the carrier', () => {
  test('sells at a new price from tomorrow, and not before', async ({ portal, enter, visit }) => {
    const tomorrow = portal.clock.today().add({ days: 1 }).toString()
    const { page } = await enter(carrier, '/exploitant/catalogue/offres')
    await titled(page, 'Offres du catalogue')
    await page.getByRole('link', { name: offer.name }).waitFor()
    await expectGoodLooks(page, 'catalog-offers')
    // The table is back in place of the phone's cards, and with it the field that is typed in.
    await page.getByRole('columnheader', { name: 'Tarif public' }).waitFor()
    await page.getByRole('searchbox', { name: 'Rechercher' }).fill('ftth')
    await expect.poll(() => page.getByRole('row').count(), { timeout: 10_000 }).toBe(2)
    await page.getByRole('link', { name: offer.name }).click()
    await titled(page, offer.name)
    await page.getByText('En vigueur').waitFor()
    await expectGoodLooks(page, 'catalog-offer')

    await page.getByRole('button', { name: 'Nouvelle version' }).click()
    const drawer = page.getByRole('dialog', { name: 'Nouvelle version' })
    await drawer.getByRole('button', { name: 'Créer le brouillon' }).click()
    await drawer.getByText('Ce champ est obligatoire.').waitFor()
    await drawer.getByLabel(/En vente à partir du/).fill(tomorrow)
    await drawer.getByRole('button', { name: 'Créer le brouillon' }).click()
    await titled(page, /Fibre FTTH Pro, version \d+/)
    await badge(page, 'Brouillon').waitFor()
    await expectGoodLooks(page, 'catalog-version-texts')
    const number = Number(new URL(page.url()).pathname.split('/').at(-1))

    await part(page, 'Prix').click()
    const base = page.getByRole('group', { name: 'Abonnement' })
    await base.getByLabel('Mensuel').fill('quarante')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await base.getByText(/Ce nombre n.est pas possible ici/).waitFor()
    const before = (await readVersion(page, number)).prices.public.find(({ item }) => item === 'base')?.monthlyCents ?? 0
    const after = before + 1010
    await base.getByLabel('Mensuel').fill((after / 100).toFixed(2).replace('.', ','))
    // From one part to another nothing typed is lost.
    await part(page, 'Engagements').click()
    await page.getByLabel(/^Préavis/).waitFor()
    await expectGoodLooks(page, 'catalog-version-terms')
    await part(page, 'Livraison').click()
    await page.getByRole('heading', { name: 'Étapes de livraison' }).waitFor()
    await expectGoodLooks(page, 'catalog-version-delivery')
    await part(page, 'Prix').click()
    await expectGoodLooks(page, 'catalog-version-prices')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('Tout est enregistré').waitFor()
    expect((await readVersion(page, number)).prices.public.find(({ item }) => item === 'base')?.monthlyCents).toBe(after)
    await part(page, 'Différences').click()
    await page.getByRole('cell', { name: 'Tarif public · Abonnement' }).waitFor()
    await expectGoodLooks(page, 'catalog-version-changes')

    await page.getByRole('button', { name: 'Publier' }).click()
    const publishing = page.getByRole('dialog', { name: /Publier la version/ })
    await publishing.getByRole('button', { name: 'Publier' }).click()
    await badge(page, 'À venir').waitFor()

    const { page: buyer } = await enter(client.login, `/client/e-boutique/offres/${offer.code}`)
    await titled(buyer, offer.name)
    const old = await monthly(buyer)
    const ahead = await portal.later(2 * dayMilliseconds)
    const { page: next } = await visit(`${ahead.url}/icon.svg`)
    const signedIn = await next.request.post('/api/session', { data: { login: client.login, password }, headers: { origin: ahead.url } })
    expect(signedIn.status()).toBe(200)
    await next.goto(`/client/e-boutique/offres/${offer.code}`)
    await titled(next, offer.name)
    expect(await monthly(next)).toBe(old + 1010)
    const euros = (cents: number) => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`
    await buyer.getByText(euros(old)).first().waitFor()
    await next
      .getByText(euros(old + 1010))
      .first()
      .waitFor()
  })

  test('puts the questions in order, asks them as the customer will see them, and keeps what was typed', async ({ enter }) => {
    const { page } = await enter(carrier, '/exploitant/catalogue/offres/TRUNK-SIP')
    await page.getByRole('button', { name: 'Nouvelle version' }).click()
    await typeDay(page.getByRole('dialog').getByLabel(/En vente à partir du/), '2030-01-01')
    await page.getByRole('dialog').getByRole('button', { name: 'Créer le brouillon' }).click()
    await badge(page, 'Brouillon').waitFor()
    await part(page, 'Formulaire').click()
    const questions = page.getByRole('list', { name: 'Questions du formulaire' }).getByRole('listitem')
    // The questions are there before their texts are filled in.
    await expect.poll(() => questions.nth(1).locator('button[aria-pressed]').innerText()).toMatch(/\S/)
    const [first = '', second = ''] = (await questions.locator('button[aria-pressed]').allInnerTexts()).map((text) => text.split('\n')[0])
    await page.getByRole('button', { name: new RegExp(`^Déplacer ${second}`) }).focus()
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => questions.first().innerText()).toContain(second)
    await page.getByText(`${second} : position 1 sur`).waitFor({ state: 'attached' })
    const grip = await page.getByRole('button', { name: new RegExp(`^Déplacer ${first}`) }).boundingBox()
    const goal = await questions.first().boundingBox()
    if (!grip || !goal) throw new Error('The questions are not drawn.')
    await page.mouse.move(grip.x + 8, grip.y + 8)
    await page.mouse.down()
    await page.mouse.move(grip.x + 8, grip.y - 20, { steps: 4 })
    await page.mouse.move(grip.x + 8, goal.y + 6, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => questions.first().innerText()).toContain(first)
    await page.getByText('Tout est enregistré').waitFor()

    await page.getByRole('button', { name: 'Ajouter une question' }).click()
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('Ce champ est obligatoire.').first().waitFor()
    await page.getByLabel('Libellé (français)').fill('Étage')
    await page.getByLabel('Libellé (anglais)').fill('Floor')
    await page.getByLabel(/^Clé/).fill('floor')
    await page.getByRole('combobox', { name: 'Réponse' }).click()
    await page.getByRole('option', { name: 'Nombre' }).click()
    await page.getByRole('heading', { name: 'Aperçu du formulaire' }).waitFor()
    await page.getByRole('region', { name: 'Aperçu du formulaire' }).getByLabel('Étage').first().waitFor()
    await expectGoodLooks(page, 'catalog-version-form')
    // Leaving asks first.
    await page.getByRole('link', { name: 'Offres du catalogue' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Rester sur la page' }).click()
    // The window has a button of the same name until it has gone.
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('Tout est enregistré').waitFor()
  })

  test('never changes a version that was ordered', async ({ enter }) => {
    const { page: buyer } = await enter(client.login, '/client')
    await placeOrders(buyer, 'client', client.company, offer.code)
    const { page } = await enter(carrier, address)
    await page.getByRole('listitem').filter({ hasText: 'En vigueur' }).getByRole('link').click()
    await page.getByText(/Cette version a été commandée le/).waitFor()
    const number = Number(new URL(page.url()).pathname.split('/').at(-1))
    await part(page, 'Prix').click()
    await page.getByRole('cell', { name: 'Abonnement' }).waitFor()
    expect(await page.getByLabel('Mensuel').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Enregistrer' }).count()).toBe(0)
    await expectGoodLooks(page, 'catalog-version-ordered')
    const { validFrom, validUntil, definition, prices, revision } = await readVersion(page, number)
    const written = await ask(page, 'PUT', `/api/carrier/catalog-admin/offers/${offer.code}/versions/${number}`, {
      validFrom,
      validUntil,
      definition,
      prices,
      revision,
    })
    expect([written.status, (written.body as { code: string }).code]).toEqual([409, 'conflict'])
  })

  test('reads a price list, tells faulty lines, and changes nothing before it is asked to', async ({ portal, enter }) => {
    const { page } = await enter(carrier, '/exploitant/catalogue/tarifs')
    await titled(page, 'Tarifs')
    await expectGoodLooks(page, 'catalog-price-lists')
    const choose = async (text: string) => {
      await page.locator('input[type="file"]').setInputFiles({ name: 'tarif.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
      await page.getByRole('button', { name: 'Vérifier sans rien changer' }).click()
    }
    const header = 'Offre;Élément;Frais HT (€);Mensuel HT (€)\n'
    await choose(`${header}BACKUP;base;0;abc\n`)
    await page.getByText('Ce champ est obligatoire.').waitFor()
    await typeDay(page.getByLabel(/Prix en vigueur à partir du/), portal.clock.today().add({ days: 30 }).toString())
    await page.getByRole('button', { name: 'Vérifier sans rien changer' }).click()
    await page.getByRole('heading', { name: '1 ligne à corriger' }).waitFor()
    await page.getByRole('cell', { name: 'abc' }).waitFor()
    await expectGoodLooks(page, 'catalog-import-faults')
    await page.getByRole('button', { name: 'Retirer', exact: true }).click()
    await choose(`${header}BACKUP;base;10;99,90\n`)
    await page.getByText(/Rien n.est encore écrit/).waitFor()
    await page.getByRole('button', { name: 'Appliquer ce tarif' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Appliquer ce tarif' }).click()
    await page.getByText(/Versions publiées : 1/).waitFor()
  })

  test('makes a family, puts an offer in it, and finds it in the shop under its name', async ({ enter }) => {
    const { page } = await enter(carrier, '/exploitant/catalogue/offres')
    const families = page.getByRole('dialog', { name: 'Familles' })
    const row = families.getByRole('listitem').last()
    const move = async (family: string) => {
      await page.goto(new URL(address, page.url()).href)
      await page.getByRole('button', { name: 'Modifier' }).click()
      await page.getByRole('dialog').getByRole('combobox', { name: 'Famille' }).click()
      await page.getByRole('option', { name: family }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    const open = async () => {
      await page.goto(new URL('/exploitant/catalogue/offres', page.url()).href)
      await page.getByRole('button', { name: 'Familles' }).click()
      await families.getByRole('listitem').first().waitFor()
    }
    const save = async () => {
      await families.getByRole('button', { name: 'Enregistrer' }).click()
      await families.waitFor({ state: 'hidden' })
    }
    await open()
    await families.getByRole('button', { name: 'Ajouter une famille' }).click()
    await row.getByLabel('En français').fill('téléphonie ip')
    await row.getByLabel('En anglais').fill('Very fast access')
    await families.getByRole('button', { name: 'Enregistrer' }).click()
    await row.getByText('Déjà dit plus haut.').waitFor()
    await row.getByLabel('En français').fill('Très haut débit')
    await row.getByRole('combobox', { name: 'Icône' }).click()
    await page.getByRole('option', { name: 'Wi-Fi' }).click()
    await expectGoodLooks(page, 'catalog-families')
    await save()
    await move('Très haut débit')

    const { page: buyer } = await enter(client.login, '/client/e-boutique')
    await buyer.getByRole('navigation', { name: 'Familles d’offres' }).getByRole('link', { name: 'Très haut débit' }).click()
    await buyer.waitForURL(/famille=tres_haut_debit/)
    await buyer.getByRole('heading', { name: 'Très haut débit' }).waitFor()
    await buyer.getByRole('link', { name: offer.name, exact: true }).waitFor()

    // It stays while an offer is in it.
    await open()
    await row.getByText('1 offre').waitFor()
    expect(await row.getByRole('button', { name: 'Retirer : Très haut débit' }).count()).toBe(0)
    await move('Accès Internet')
    await open()
    await row.getByRole('button', { name: 'Retirer : Très haut débit' }).click()
    await save()
    await buyer.reload()
    await buyer.getByRole('link', { name: 'Accès Internet' }).waitFor()
    expect(await buyer.getByText('Très haut débit').count()).toBe(0)
  })

  test('is not for those without the right', async ({ enter }) => {
    const { page } = await enter(pilot, '/exploitant/catalogue/offres')
    await titled(page, /Cette page n.existe pas/)
    expect(await page.getByRole('link', { name: 'Tarifs' }).count()).toBe(0)
    await page.setViewportSize(phone)
    // The menu folds while the window changes.
    await expect.poll(() => expectFits(page).then(() => 'fits', String), { timeout: 5000 }).toBe('fits')
  })
})
