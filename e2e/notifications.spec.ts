import { expect, type Page } from '@playwright/test'
import { maskOf } from '../api/notifications/notification-categories.ts'
import type { CompanyAddresses, ContactSubscriptions, Subscriptions } from '../api/notifications/subscriptions/subscriptions.ts'
import { expectGoodLooks } from './rig/looks.ts'
import { linkIn } from './rig/mailbox.ts'
import { test } from './rig/news.ts'
import { ask, titled } from './rig/page.ts'
import { sendSignIn } from './rig/sign-in.ts'

const manage = 'Gestion des notifications'
const contacts = '/client/entreprise/ma-societe/contacts'
const save = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Enregistrer' }).click()
const box = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true })
const isHalf = (page: Page, name: string) => box(page, name).evaluate((one) => (one as HTMLInputElement).indeterminate)

test.describe('subscriptions to notifications', () => {
  test('a company has addresses of its own, filled in by itself or by its partner', async ({ enter }) => {
    for (const [login, universe, sheet, company, address] of [
      ['E-000000004', 'client', '/client/entreprise/ma-societe', 'OIP-00000002', 'logistique@ma-societe.example'],
      ['E-000000003', 'ambassador', '/ambassadeur/entreprise/clients/OIP-00000002', 'OIP-00000002', 'accueil@ma-societe.example'],
      ['E-000000002', 'operator', '/operateur/entreprise/clients/OIP-00000013', 'OIP-00000013', 'accueil@lenoir.example'],
    ] as const) {
      const { page } = await enter(login, sheet)
      await page.getByRole('link', { name: manage }).first().click()
      await titled(page, manage)
      const orders = page.getByLabel('Livraisons, Univers Client')
      await orders.fill('pas une adresse')
      await page.getByLabel('Ticketing, Univers Client').fill(address)
      await save(page)
      await page.getByText(/Cette adresse e-mail n’est pas valide/).waitFor()
      await expect.poll(() => orders.getAttribute('aria-invalid')).toBe('true')
      if (universe === 'client') await expectGoodLooks(page, 'notification-addresses')
      await orders.fill(address)
      await save(page)
      await page.getByText('Adresses de la société enregistrées.').waitFor()
      await page.reload()
      await titled(page, manage)
      await expect.poll(() => orders.inputValue()).toBe(address)
      const { body } = await ask(page, 'GET', `/api/${universe}/companies/${company}/notifications/addresses`)
      expect((body as CompanyAddresses).addresses.client).toMatchObject({ deliveries: address, tickets: address })
    }
  })

  test('a contact with two universes is subscribed to one of them, then to all at once', async ({ enter }) => {
    const { page } = await enter('E-000000002', '/operateur')
    const { body } = await ask(page, 'GET', '/api/operator/companies/OIP-00000010/notifications/subscriptions')
    const { universes, contacts: people } = body as Subscriptions
    expect([...universes].sort()).toEqual(['client', 'operator'])
    const someone = people.find(({ hasAccess, isAdministrator }) => hasAccess && !isAdministrator)
    if (!someone) throw new Error('Horizon Télécom has administrators only.')
    await page.goto(`/operateur/entreprise/ma-societe/contacts/${someone.contactId}`)
    await page.getByRole('link', { name: manage }).first().click()
    await titled(page, manage)
    await box(page, 'Livraisons, Univers Opérateur, Interface').check()
    const everywhere = 'Livraisons, Tous les univers, Interface'
    expect(await isHalf(page, everywhere)).toBe(true)
    await expectGoodLooks(page, 'notification-matrix')
    await box(page, everywhere).click()
    expect(await isHalf(page, everywhere)).toBe(false)
    expect(await box(page, 'Livraisons, Univers Client, Interface').isChecked()).toBe(true)
    await save(page)
    await page.getByText('Abonnements enregistrés.').waitFor()
    await page.reload()
    await titled(page, manage)
    await box(page, everywhere).waitFor()
    expect(await box(page, everywhere).isChecked()).toBe(true)
    const path = `/api/operator/companies/OIP-00000010/contacts/${someone.contactId}/subscriptions`
    const { masks } = (await ask(page, 'GET', path)).body as ContactSubscriptions
    const deliveries = maskOf(['deliveries'])
    expect([masks.client, masks.operator].map((one) => (one?.interface ?? 0) & deliveries)).toEqual([deliveries, deliveries])
  })

  test('one save of the dashboard subscribes everybody to a category, and says whom', async ({ enter }) => {
    const { page } = await enter('E-000000004', contacts)
    await titled(page, 'Gestion des contacts')
    await page.getByRole('button', { name: 'Actions', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Notifications' }).click()
    await titled(page, manage)
    const main = page.getByRole('main')
    await box(page, 'Hugo Faure, E-Boutique, Interface').waitFor()
    await expectGoodLooks(page, 'notification-dashboard')
    await main.getByLabel('Catégorie', { exact: true }).click()
    await page.getByRole('option', { name: 'Livraisons', exact: true }).click()
    await page.keyboard.press('Escape')
    await box(page, 'Hugo Faure, E-Boutique, Interface').waitFor({ state: 'detached' })
    await main.getByLabel('Contact', { exact: true }).fill('hugo')
    await box(page, 'Nadia Petit, Livraisons, E-mail').waitFor({ state: 'detached' })
    await box(page, 'Hugo Faure, Livraisons, E-mail').waitFor()
    await main.getByLabel('Contact', { exact: true }).fill('')
    await box(page, 'Nadia Petit, Livraisons, E-mail').waitFor()
    const head = 'Livraisons, E-mail : tous les contacts affichés'
    expect(await isHalf(page, head)).toBe(true)
    await box(page, head).click()
    expect(await box(page, 'Nadia Petit, Livraisons, E-mail').isChecked()).toBe(true)
    const changes = Number(/(\d+) modifications/.exec((await main.getByText(/\d+ modifications ·/).textContent()) ?? '')?.[1])
    await save(page)
    await main.getByText(`${changes} abonnements modifiés.`).waitFor()
    await main.getByText('Ce qui a changé').click()
    await main.getByText('Nadia Petit, Univers Client, E-mail : abonné à Livraisons').waitFor()
    await expectGoodLooks(page, 'notification-dashboard-saved')
  })

  test('without being an administrator one sees everybody and edits oneself', async ({ enter }) => {
    const { page } = await enter('E-000000005', `${contacts}/notifications`)
    await titled(page, manage)
    await page.getByText(/Seuls les administrateurs modifient ceux des autres contacts/).waitFor()
    const theirs = box(page, 'Camille Bernard, Mes services Paramétrage, Interface')
    expect([await theirs.getAttribute('aria-disabled'), await theirs.isChecked()]).toEqual(['true', true])
    await theirs.click({ force: true })
    expect(await theirs.isChecked()).toBe(true)
    await page.getByText(/Aucune modification ·/).waitFor()
    await box(page, 'Hugo Faure, Mes services Paramétrage, Interface').check()
    await save(page)
    await page.getByText('1 abonnement modifié.').waitFor()
    const path = '/api/client/companies/OIP-00000002/notifications'
    const { contacts: people } = (await ask(page, 'GET', `${path}/subscriptions`)).body as Subscriptions
    const { contactId, version } = people.find(({ name }) => name === 'Camille Bernard') ?? { contactId: '', version: 0 }
    const off = { on: 0, off: maskOf(['settings']) }
    const refused = await ask(page, 'PUT', `${path}/subscriptions`, {
      contacts: [{ contactId, version, universes: { client: { interface: off, email: off } } }],
    })
    expect(refused.status).toBe(403)
    expect((await ask(page, 'PUT', `${path}/addresses`, { version: 1, addresses: { client: { mobile: 'a@b.example' } } })).status).toBe(403)
  })

  test('what happens reaches the bell at once and the mailbox; its mail opens the page, and unsubscribes', async ({
    news,
    portal,
    enter,
    visit,
  }) => {
    const camille = 'camille.bernard@ma-societe.example'
    const { page } = await enter('E-000000004', '/icon.svg')
    // What the demonstration tells at its start is told, and read.
    await expect
      .poll(async () => (await news.query('select from graphile_worker._private_jobs where run_at <= now() limit 1')).length, {
        timeout: 15_000,
      })
      .toBe(0)
    await ask(page, 'POST', '/api/client/notifications/read', {})
    const answered = (path: RegExp) => page.waitForResponse((one) => path.test(one.url()))
    const listening = Promise.all([answered(/\/api\/events$/), answered(/\/notifications\?/), answered(/\/notifications\/unread$/)])
    await page.goto('/client')
    await listening
    await page.getByRole('button', { name: 'Notifications : tout est lu' }).waitFor()
    const path = '/api/client/companies/OIP-00000002/notifications/addresses'
    const { version } = (await ask(page, 'GET', path)).body as CompanyAddresses
    const shared = 'quai@ma-societe.example'
    expect((await ask(page, 'PUT', path, { version, addresses: { client: { settings: shared } } })).status).toBe(200)
    await page.evaluate(() => Object.assign(window, { neverReloaded: true }))
    await news.changeSetting('FPC000025')
    const title = 'Service FPC000025 : paramétrage modifié'
    const bell = page.getByRole('button', { name: 'Notifications : 1 non lue' })
    await bell.waitFor({ timeout: 5000 })
    await page.getByRole('group', { name: title }).waitFor()
    expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true)
    await bell.click()
    const panel = page.getByRole('dialog', { name: 'Notifications' })
    await panel.getByRole('link', { name: title }).waitFor()
    await expectGoodLooks(page, 'notification-bell')
    await panel.getByRole('link', { name: title }).click()
    await titled(page, 'Ma société')
    await page.getByRole('button', { name: 'Notifications : tout est lu' }).waitFor()

    const mail = await portal.mailbox.waitFor(camille, /FPC000025/)
    await portal.mailbox.waitFor(shared, /FPC000025/)
    const reader = await visit(linkIn(mail))
    await sendSignIn(reader.page, 'E-000000004')
    await titled(reader.page, 'Ma société')
    expect(new URL(reader.page.url()).pathname).toBe('/client/entreprise/ma-societe')

    const link = /https?:\/\/\S+\/desabonnement\?jeton=[\w-]+/.exec(mail.text)?.[0] ?? ''
    const stranger = await visit(link)
    await titled(stranger.page, 'Se désabonner')
    await expectGoodLooks(stranger.page, 'unsubscribe')
    await stranger.page.getByRole('button', { name: 'Me désabonner' }).click()
    await titled(stranger.page, 'Désabonnement enregistré')
    const { masks } = (await ask(page, 'GET', '/api/client/notifications/preferences')).body as ContactSubscriptions
    const settings = maskOf(['settings'])
    expect([masks.client?.email, masks.client?.interface].map((mask) => (mask ?? 0) & settings)).toEqual([0, settings])
    expect(portal.mailbox.mails.filter(({ to, subject }) => to.includes(camille) && subject.includes('FPC000025'))).toHaveLength(1)

    const partner = await portal.mailbox.waitFor('sandrine.aubert@reseau-conseil.example', /FPC000025/)
    const raw = partner.raw
      .replaceAll(/=\r\n/g, '')
      .replaceAll('=3D', '=')
      .replaceAll(/\r\n[ \t]/g, ' ')
    const oneClick = /List-Unsubscribe: <([^>]+)>/.exec(raw)?.[1] ?? ''
    const answer = await fetch(oneClick, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })
    expect([answer.status, await answer.json()]).toMatchObject([200, { state: 'unsubscribed', categories: ['settings'] }])
  })
})
