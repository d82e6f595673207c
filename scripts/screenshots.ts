import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type APIRequestContext, type Browser, chromium } from '@playwright/test'
import { demoPassword } from '../database/demo/demo-password.ts'
import { forgottenMail, initialisationMail } from '../server/domains/identity/mails/password-mails.ts'
import type { MailTemplate } from '../server/platform/mail/define-mail.ts'
import { renderMail } from '../server/platform/mail/render-mail.ts'

/**
 * Pictures of the documentation, taken from a running demonstration portal that nobody worked in.
 * Usage: node scripts/screenshots.ts http://localhost:3000 [only these names…]
 */
const portal = process.argv[2] ?? 'http://localhost:3000'
const wanted = process.argv.slice(3)
const folder = process.env.SCREENSHOTS ?? join(import.meta.dirname, '../docs/screenshots')

interface Shot {
  readonly name: string
  readonly login?: string
  readonly path: string
  readonly scheme?: 'dark'
  readonly phone?: true
  /** What must stand before the picture, as the login; it answers what takes it away again. */
  readonly prepare?: (api: APIRequestContext) => Promise<() => Promise<void>>
}

const asked = async (api: APIRequestContext, method: 'get' | 'post' | 'delete', path: string, data?: object): Promise<unknown> => {
  const answer = await api[method](path, { headers: { origin: portal }, ...(data ? { data } : {}) })
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return answer.headers()['content-type']?.includes('json') ? answer.json() : null
}

const company = '/api/client/companies/OIP-00000002'

/** A basket with a telephone offer on one site and fibre on two. */
const fillBasket = async (api: APIRequestContext) => {
  const { items } = (await asked(api, 'get', `${company}/sites`)) as { items: readonly { id: string }[] }
  const siteIds = items.map(({ id }) => id)
  const common = { contract: null, commitmentMonths: 24, wishedOn: null, onsiteContactId: null }
  const fibre = { rate: '200m', guaranteed_repair: '4h_office', public_addresses: 1, room: 'Local technique, rez-de-chaussée' }
  const trunk = { channels: 12, plan: 'fixed_mobile', numbers: 'new', authentication: 'registration' }
  await asked(api, 'post', `${company}/basket/lines`, { ...common, offer: 'FIBRE-ENTREPRISE', siteIds: siteIds.slice(0, 2), values: fibre })
  await asked(api, 'post', `${company}/basket/lines`, { ...common, offer: 'TRUNK-SIP', siteIds: siteIds.slice(0, 1), values: trunk })
  return async () => void (await asked(api, 'delete', `${company}/basket`))
}

/** A version that nobody ordered, ready to be written. */
const draftVersion = async (api: APIRequestContext) => {
  const versions = '/api/carrier/catalog-admin/offers/TRUNK-SIP/versions'
  const validFrom = `${new Date().getFullYear() + 1}-01-01`
  const { number } = (await asked(api, 'post', versions, { from: 2, validFrom })) as { number: number }
  return async () => void (await asked(api, 'delete', `${versions}/${number}`))
}

const client = 'E-000000004'
const contracts = '/client/catalogue/offres-contractees'

const shots: readonly Shot[] = [
  { name: 'sign-in', path: '/connexion' },
  { name: 'home', login: client, path: '/client' },
  { name: 'shop', login: client, path: '/client/e-boutique' },
  { name: 'offer', login: client, path: '/client/e-boutique/offres/TRUNK-SIP' },
  { name: 'offer-form', login: client, path: '/client/e-boutique/commander/TRUNK-SIP' },
  { name: 'basket', login: client, path: '/client/e-boutique/panier', prepare: fillBasket },
  { name: 'addition', login: client, path: '/client/e-boutique/ajout/OC39724' },
  { name: 'contracts', login: client, path: contracts },
  { name: 'contracts-phone', login: client, path: contracts, phone: true },
  { name: 'contract', login: client, path: `${contracts}/OC39724` },
  { name: 'contract-dark', login: client, path: `${contracts}/OC39724`, scheme: 'dark' },
  { name: 'termination', login: client, path: `${contracts}/OC39724/resilier` },
  { name: 'order', login: client, path: '/client/commandes/COM00022' },
  { name: 'order-phone', login: client, path: '/client/commandes/COM00022', phone: true },
  { name: 'accountcodes', login: 'E-000000003', path: '/ambassadeur/catalogue/accountcodes' },
  { name: 'queue', login: 'E-000000009', path: '/exploitant/pilotage?tab=all' },
  { name: 'delivery', login: 'E-000000009', path: '/exploitant/pilotage/COM00022' },
  { name: 'offers', login: 'E-000000001', path: '/exploitant/catalogue/offres' },
  {
    name: 'offer-editor',
    login: 'E-000000001',
    path: '/exploitant/catalogue/offres/TRUNK-SIP/versions/3?tab=form',
    prepare: draftVersion,
  },
  { name: 'price-lists', login: 'E-000000001', path: '/exploitant/catalogue/tarifs' },
  { name: 'company', login: client, path: '/client/entreprise/ma-societe' },
  { name: 'company-dark', login: client, path: '/client/entreprise/ma-societe', scheme: 'dark' },
  { name: 'company-phone', login: client, path: '/client/entreprise/ma-societe', phone: true },
  { name: 'users', login: client, path: '/client/entreprise/utilisateurs' },
  { name: 'right', login: client, path: '/client/entreprise/droits/nouveau' },
  { name: 'activity', login: client, path: '/client/entreprise/activite' },
  { name: 'clients', login: 'E-000000003', path: '/ambassadeur/entreprise/clients' },
  { name: 'carrier', login: 'E-000000001', path: '/exploitant' },
]

const take = async (browser: Browser, { name, login, path, scheme, phone, prepare }: Shot): Promise<void> => {
  const context = await browser.newContext({
    baseURL: portal,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    colorScheme: scheme ?? 'light',
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
  })
  if (login) {
    const answer = await context.request.post('/api/session', { data: { login, password: demoPassword } })
    if (!answer.ok()) throw new Error(`${login} cannot sign in: ${answer.status()}`)
  }
  const undo = await prepare?.(context.request)
  const page = await context.newPage()
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  // The stream of events never ends, so « network idle » would not come: wait for what is being loaded to be drawn.
  await page.locator('[aria-busy="true"], .mantine-Skeleton-root').first().waitFor({ state: 'detached' })
  // The bell comes after the page.
  if (login)
    await page
      .getByRole('button', { name: /notification/i })
      .first()
      .waitFor()
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await undo?.()
  await context.close()
  console.log(name)
}

const parameters = { login: 'E-000000123', companyName: 'Ma Société', url: `${portal}/mot-de-passe#token=…` }
const mails: readonly (readonly [string, MailTemplate])[] = [
  ['mail-initialisation', initialisationMail as MailTemplate],
  ['mail-forgotten', forgottenMail as MailTemplate],
]

const takeMail = async (browser: Browser, name: string, template: MailTemplate): Promise<void> => {
  const page = await browser.newPage({ viewport: { width: 720, height: 640 } })
  await page.setContent(renderMail(template, 'fr', parameters, portal).html)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await page.close()
  console.log(name)
}

await mkdir(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name)
for (const shot of shots) if (isWanted(shot.name)) await take(browser, shot)
for (const [name, template] of mails) if (isWanted(name)) await takeMail(browser, name, template)
await browser.close()
