import { existsSync, rmSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'
import { demoPassword } from '../../database/demo/demo-password.ts'
import { violationsOf } from '../../e2e/rig/axe.ts'
import { type Figure, median, rounded } from '../figure.ts'
import { loadLighthouse } from '../rig/load-lighthouse.ts'
import { freePort, startPortal } from '../rig/portal.ts'
import { progress } from '../rig/progress.ts'
import { temporaryData } from '../rig/temporary-data.ts'

const login = 'E-000000004'
const runs = 3
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const pages = [
  { name: 'sign_in', path: '/connexion', signedIn: false },
  { name: 'home', path: '/client', signedIn: true },
  { name: 'company', path: '/client/entreprise/ma-societe', signedIn: true },
] as const

const browserPath = (): string | null =>
  [
    process.env.CHROMIUM_PATH ?? '',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    chromium.executablePath(),
  ].find((path) => path !== '' && existsSync(path)) ?? null

const signIn = async (url: string): Promise<string> => {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: demoPassword }),
  })
  const token = /(?:^|[ ,])session=([^;]+)/.exec(answer.headers.getSetCookie().join(', '))?.[1]
  if (answer.status !== 200 || !token) throw new Error(`The demonstration's sign-in answers ${answer.status}.`)
  return token
}

/** What the server sets on signing in: the token, and the mark that tells the site to ask for its session. */
const cookiesOf = (url: string, token: string | null) =>
  token
    ? [
        { name: 'session', value: token, url },
        { name: 'signed-in', value: '1', url },
      ]
    : []

interface Scores {
  readonly performance: number
  readonly accessibility: number
  readonly 'best-practices': number
}
const categories = ['performance', 'accessibility', 'best-practices'] as const

/** One Lighthouse run, with the cookies of the browser that listens on the port. */
const audit = async (
  url: string,
  port: number,
): Promise<{ scores: Scores; failed: string[]; scriptBytes: number; largestPaint: number }> => {
  const { default: lighthouse, desktopConfig } = await loadLighthouse()
  const result = await lighthouse(
    url,
    {
      port,
      logLevel: 'silent',
      output: 'json',
      onlyCategories: [...categories],
    },
    desktopConfig,
  )
  if (!result) throw new Error(`Lighthouse returns nothing for ${url}.`)
  const { lhr } = result
  if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`)
  const scores = Object.fromEntries(
    categories.map((name) => [name, Math.round((lhr.categories[name]?.score ?? 0) * 100)]),
  ) as unknown as Scores
  const failed = categories.flatMap((name) =>
    name === 'performance'
      ? []
      : (lhr.categories[name]?.auditRefs ?? [])
          .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1)
          .map(({ id }) => id),
  )
  const requests = (lhr.audits['network-requests']?.details as { items?: { resourceType?: string; transferSize?: number }[] } | undefined)
    ?.items
  const scriptBytes = (requests ?? [])
    .filter(({ resourceType }) => resourceType === 'Script')
    .reduce((sum, { transferSize = 0 }) => sum + transferSize, 0)
  return { scores, failed, scriptBytes, largestPaint: lhr.audits['largest-contentful-paint']?.numericValue ?? Number.NaN }
}

/** What axe finds on a page in one of the looks. */
const violations = async (browser: Browser, url: string, token: string | null, colorScheme: 'light' | 'dark'): Promise<string[]> => {
  const context = await browser.newContext({ colorScheme, viewport: { width: 1350, height: 940 } })
  try {
    await context.addCookies(cookiesOf(url, token))
    const page = await context.newPage()
    await page.goto(url)
    await page.locator('h1').first().waitFor()
    await page.locator('[aria-busy="true"], .mantine-Skeleton-root').first().waitFor({ state: 'detached' })
    const found = await violationsOf(page)
    return found.map(({ id, nodes }) => `${id} (${nodes.length}: ${nodes[0]?.target})`)
  } finally {
    await context.close()
  }
}

const required = (figure: string, value: number, bar: number, sense: 'min' | 'max', detail: Record<string, unknown>): Figure => ({
  figure,
  value,
  unit: sense === 'min' ? 'of 100, Lighthouse desktop' : 'violations, light and dark',
  bar,
  sense,
  required: true,
  detail,
})

/** Lighthouse and axe on the first pages that people see. */
export const lighthouse = async (): Promise<Figure[]> => {
  const executablePath = browserPath()
  if (executablePath === null) throw new Error('There is no Chromium here; CHROMIUM_PATH names one.')
  const folder = temporaryData('bench-lighthouse-')
  const portal = await startPortal(folder, await freePort())
  const debugPort = await freePort()
  const audited = await chromium.launchPersistentContext(`${folder}/chromium`, {
    executablePath,
    args: [...flags, `--remote-debugging-port=${debugPort}`],
  })
  const browser = await chromium.launch({ executablePath, args: flags })
  const figures: Figure[] = []
  try {
    const token = await signIn(portal.url)
    for (const { name, path, signedIn } of pages) {
      const cookie = signedIn ? token : null
      await audited.clearCookies()
      await audited.addCookies(cookiesOf(portal.url, cookie))
      const found: Awaited<ReturnType<typeof audit>>[] = []
      for (let run = 0; run < runs; run++) {
        found.push(await audit(`${portal.url}${path}`, debugPort))
        progress(`lighthouse ${name} ${run + 1}/${runs}: ${Object.values(found.at(-1)?.scores ?? {}).join(' ')}`)
      }
      const score = (category: (typeof categories)[number]) => median(found.map(({ scores }) => scores[category]))
      const failed = [...new Set(found.flatMap((one) => one.failed))]
      const detail = { page: path, javascriptKilobytes: rounded((found[0]?.scriptBytes ?? 0) / 1000, 1) }
      figures.push(
        required(`lighthouse_performance_${name}`, score('performance'), 95, 'min', detail),
        {
          figure: `largest_paint_${name}`,
          value: Math.round(median(found.map(({ largestPaint }) => largestPaint))),
          unit: 'ms, Lighthouse desktop',
          bar: 1200,
          sense: 'max',
          required: true,
          detail,
        },
        required(`lighthouse_accessibility_${name}`, score('accessibility'), 100, 'min', { page: path, failed }),
        required(`lighthouse_best_practices_${name}`, score('best-practices'), 100, 'min', { page: path, failed }),
      )
      const seen = await Promise.all((['light', 'dark'] as const).map((look) => violations(browser, `${portal.url}${path}`, cookie, look)))
      figures.push(required(`axe_${name}`, seen.flat().length, 0, 'max', { page: path, light: seen[0], dark: seen[1] }))
    }
    return figures
  } catch (error) {
    throw portal.ended() === null ? error : new Error(`The portal ended while it was looked at: ${portal.ended()}`, { cause: error })
  } finally {
    await audited.close()
    await browser.close()
    await portal.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
