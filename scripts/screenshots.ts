import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { demoPassword } from '../database/demo/demo-password.ts'
import { forgottenMail, initialisationMail } from '../server/domains/identity/mails/password-mails.ts'
import type { MailTemplate } from '../server/platform/mail/define-mail.ts'
import { renderMail } from '../server/platform/mail/render-mail.ts'

/**
 * Pictures of the documentation, taken from a running demonstration portal.
 * Usage: node scripts/screenshots.ts http://localhost:3000
 */
const portal = process.argv[2] ?? 'http://localhost:3000'
const folder = join(import.meta.dirname, '../docs/screenshots')

interface Shot {
  readonly name: string
  readonly login?: string
  readonly path: string
  readonly scheme?: 'dark'
  readonly phone?: true
}

const shots: readonly Shot[] = [
  { name: 'sign-in', path: '/connexion' },
  { name: 'home', login: 'E-000000004', path: '/client' },
  { name: 'company', login: 'E-000000004', path: '/client/entreprise/ma-societe' },
  { name: 'company-dark', login: 'E-000000004', path: '/client/entreprise/ma-societe', scheme: 'dark' },
  { name: 'company-phone', login: 'E-000000004', path: '/client/entreprise/ma-societe', phone: true },
  { name: 'users', login: 'E-000000004', path: '/client/entreprise/utilisateurs' },
  { name: 'right', login: 'E-000000004', path: '/client/entreprise/droits/nouveau' },
  { name: 'activity', login: 'E-000000004', path: '/client/entreprise/activite' },
  { name: 'clients', login: 'E-000000003', path: '/ambassadeur/entreprise/clients' },
  { name: 'carrier', login: 'E-000000001', path: '/exploitant' },
]

const take = async (browser: Browser, { name, login, path, scheme, phone }: Shot): Promise<void> => {
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
  const page = await context.newPage()
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  // The stream of events never ends, so « network idle » would not come: wait for what is being loaded to be drawn.
  await page.locator('[aria-busy="true"], .mantine-Skeleton-root').first().waitFor({ state: 'detached' })
  await page.screenshot({ path: join(folder, `${name}.png`) })
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
for (const shot of shots) await take(browser, shot)
for (const [name, template] of mails) await takeMail(browser, name, template)
await browser.close()
