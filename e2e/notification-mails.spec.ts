import { expect, type Page } from '@playwright/test'
import type { CompanyAddresses } from '../api/notifications/subscriptions/subscriptions.ts'
import { expectGoodLooks } from './rig/looks.ts'
import { type News, test } from './rig/news.ts'
import { ask, titled } from './rig/page.ts'

const company = 'OIP-00000002'
const addressesPath = `/api/client/companies/${company}/notifications/addresses`
const mails = '/exploitant/exploitation/courriels'

const giveAddress = async (page: Page, address: string) => {
  const { version } = (await ask(page, 'GET', addressesPath)).body as CompanyAddresses
  expect((await ask(page, 'PUT', addressesPath, { version, addresses: { client: { deliveries: address } } })).status).toBe(200)
}
/** What became of the newest mail to an address. */
const stateOf = async (news: News, to: string) =>
  (await news.query<{ state: string }>('select state from mails where to_address = $1 order by created_at desc limit 1', [to]))[0]?.state

test.describe('mails of notifications and what becomes of them', () => {
  test('a refused mail is seen, its address is announced to administrators, and it is sent again', async ({ news, portal, enter }) => {
    const { mailbox } = portal
    const address = 'quai@ma-societe.example'
    mailbox.refused.add(address)
    const { page } = await enter('E-000000004', '/client')
    await giveAddress(page, address)
    await news.deliverOrder('COM00031')
    await expect.poll(() => stateOf(news, address), { timeout: 10_000 }).toBe('failed')

    await page.goto('/client/entreprise/ma-societe/contacts')
    const banner = page.getByText('Une adresse e-mail de votre société ne reçoit plus nos courriels.')
    await banner.waitFor()
    await expectGoodLooks(page, 'failing-banner')
    await page.getByRole('button', { name: 'Masquer ce message' }).click()
    await banner.waitFor({ state: 'detached' })
    await page.reload()
    await titled(page, 'Gestion des contacts')
    await page.getByRole('button', { name: /^Notifications : / }).waitFor()
    expect(await banner.count()).toBe(0)

    const staff = await enter('E-000000001', `${mails}?state=failed`)
    await staff.page
      .getByRole('row', { name: new RegExp(address) })
      .getByRole('link')
      .first()
      .click()
    await staff.page.getByText('No such user').first().waitFor()
    mailbox.refused.delete(address)
    await staff.page.getByRole('button', { name: 'Renvoyer' }).click()
    await staff.page.getByRole('dialog').getByRole('button', { name: 'Renvoyer' }).click()
    await mailbox.waitFor(address, /COM00031/)
    await expect.poll(() => stateOf(news, address), { timeout: 10_000 }).toBe('sent')
    expect(mailbox.mails.filter(({ to }) => to.includes(address))).toHaveLength(1)
    await expectGoodLooks(staff.page, 'mail-sent-again')
  })

  test('an uncertain mail says so, and goes again only by hand', async ({ news, portal, enter }) => {
    const { mailbox } = portal
    const address = 'reception@ma-societe.example'
    mailbox.silent.add(address)
    const { page } = await enter('E-000000004', '/client')
    await giveAddress(page, address)
    await news.deliverOrder('COM00032')
    await expect.poll(() => stateOf(news, address), { timeout: 10_000 }).toBe('uncertain')
    mailbox.silent.delete(address)
    const staff = await enter('E-000000001', `${mails}?state=uncertain`)
    await staff.page
      .getByRole('row', { name: new RegExp(address) })
      .getByRole('link')
      .first()
      .click()
    await staff.page.getByText('Incertain', { exact: true }).first().waitFor()
    await expectGoodLooks(staff.page, 'mail-uncertain')
    expect(mailbox.mails.filter(({ to }) => to.includes(address))).toHaveLength(1)
    await staff.page.getByRole('button', { name: 'Renvoyer' }).click()
    await staff.page
      .getByRole('dialog')
      .getByRole('button', { name: /Renvoyer/ })
      .click()
    await expect.poll(() => stateOf(news, address), { timeout: 10_000 }).toBe('sent')
    const both = mailbox.mails.filter(({ to }) => to.includes(address))
    expect(both).toHaveLength(2)
    expect(new Set(both.map(({ raw }) => /^Message-ID: .*$/im.exec(raw)?.[0])).size).toBe(1)
  })

  test('an unsubscribed shared address is brought back by the link sent to the administrators', async ({ news, portal, enter, visit }) => {
    const { mailbox } = portal
    const address = 'standard@ma-societe.example'
    const { page } = await enter('E-000000004', '/client')
    await giveAddress(page, address)
    await news.deliverOrder('COM00033')
    const mail = await mailbox.waitFor(address, /COM00033/)
    const stranger = await visit(/https?:\/\/\S+\/desabonnement\?jeton=[\w-]+/.exec(mail.text)?.[0] ?? '')
    await titled(stranger.page, 'Se désabonner')
    await stranger.page.getByRole('button', { name: 'Désabonner cette adresse' }).click()
    await titled(stranger.page, 'Désabonnement enregistré')
    const warning = await mailbox.waitFor('camille.bernard@ma-societe.example', /adresse commune/)
    const administrator = await visit(/https?:\/\/\S+\/desabonnement\?annuler=[\w-]+/.exec(warning.text)?.[0] ?? '')
    await titled(administrator.page, 'Annuler le désabonnement')
    await expectGoodLooks(administrator.page, 'unsubscribe-undo')
    await administrator.page.getByRole('button', { name: 'Réabonner cette adresse' }).click()
    await titled(administrator.page, 'Désabonnement annulé')
    expect(((await ask(page, 'GET', addressesPath)).body as CompanyAddresses).addresses.client?.deliveries).toBe(address)
    await administrator.page.reload()
    await titled(administrator.page, 'Désabonnement annulé')
  })

  test('what happens before the live stream opens is not missed', async ({ enter }) => {
    const { page } = await enter('E-000000004', '/icon.svg')
    let open = () => undefined as unknown
    const opening = new Promise<void>((resolve) => {
      open = resolve as () => void
    })
    await page.route('**/api/events', async (route) => {
      await opening
      await route.continue()
    })
    await page.goto('/client/entreprise/ma-societe/notifications')
    const orders = page.getByLabel('Livraisons, Univers Client')
    await orders.waitFor()
    const other = await enter('E-000000004', '/icon.svg')
    await giveAddress(other.page, 'avant@ma-societe.example')
    expect(await orders.inputValue()).not.toBe('avant@ma-societe.example')
    open()
    await expect.poll(() => orders.inputValue(), { timeout: 5_000 }).toBe('avant@ma-societe.example')
  })

  test('a hidden tab tells the desktop, when allowed', async ({ news, portal, enter }) => {
    const { page, context } = await enter('E-000000004', '/icon.svg')
    await context.grantPermissions(['notifications'], { origin: portal.url })
    await context.addInitScript(() => {
      const shown: unknown[] = []
      class Shown extends EventTarget {
        static permission = 'granted'
        static requestPermission = async () => 'granted'
        constructor(title: string, options?: NotificationOptions) {
          super()
          shown.push({ title, body: options?.body })
        }
        close() {}
      }
      Object.assign(window, { Notification: Shown, shownOnDesktop: shown })
    })
    await page.goto('/client')
    await page.getByRole('button', { name: /^Notifications : / }).click()
    const onDesktop = page.getByRole('switch', { name: /bureau/i })
    await onDesktop.waitFor()
    if (!(await onDesktop.isChecked())) await onDesktop.click({ force: true })
    await page.keyboard.press('Escape')
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' })
    })
    await news.changeSetting('FPC1')
    await expect
      .poll(
        () => page.evaluate(() => (window as unknown as { shownOnDesktop: { title: string }[] }).shownOnDesktop.map(({ title }) => title)),
        {
          timeout: 8_000,
        },
      )
      .toContain('Service FPC1 : paramétrage modifié')
  })

  test('without the right to read the company, no crumb leads astray', async ({ news, enter }) => {
    const [someone] = await news.query<{ login: string }>(
      `select u.login from users u join companies c on c.id = u.company_id join effective_rights e on e.user_id = u.id and e.universe = 'client'
       where c.reference = $1 and u.state = 'active' and not e.grants ? 'company.read' limit 1`,
      [company],
    )
    const login = someone?.login
    expect(login, 'somebody of the demonstration without the right').toBeTruthy()
    const { page } = await enter(login ?? '', '/client/entreprise/ma-societe/contacts/notifications')
    await titled(page, 'Gestion des notifications')
    const crumbs = page.getByRole('navigation', { name: /ariane/i })
    await crumbs.getByText('Ma société').waitFor()
    expect(await crumbs.getByRole('link').allTextContents()).toEqual(['Accueil'])
  })
})
