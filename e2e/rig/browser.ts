import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']

/** The machine's Chromium, or null: journeys then skip, visibly. `CHROMIUM` names another one. */
export const chromiumPath: string | null =
  [process.env.CHROMIUM ?? '', ...candidates].find((path) => path !== '' && existsSync(path)) ?? null

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const desktop = { width: 1440, height: 900 } as const
export const phone = { width: 390, height: 844 } as const

export interface VisitOptions {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
  readonly locale?: 'fr-FR' | 'en-GB'
}

export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** What the page complained about since it opened: uncaught errors and console errors. */
  readonly complaints: readonly string[]
}

export interface TestBrowser {
  /** A visitor with nothing remembered: cookies and storage of its own. */
  visit(url: string, options?: VisitOptions): Promise<Visitor>
  /** Ends the visitors of the last test. */
  forget(): Promise<void>
  close(): Promise<void>
}

/** Answers of the API that a screen expects (wrong password, …) appear in the console without being faults. */
const isExpected = (text: string) => /Failed to load resource: the server responded with a status of 4\d\d/.test(text)

/** One Chromium for a test file. */
export const openBrowser = async (): Promise<TestBrowser> => {
  const browser: Browser = await chromium.launch({ ...(chromiumPath === null ? {} : { executablePath: chromiumPath }), args: quiet })
  const contexts: BrowserContext[] = []
  const forget = async () => {
    for (const context of contexts.splice(0)) await context.close()
  }
  return {
    visit: async (url, { viewport = desktop, colorScheme = 'light', locale = 'fr-FR' } = {}) => {
      const context = await browser.newContext({
        viewport,
        colorScheme,
        locale,
        timezoneId: 'Europe/Paris',
        reducedMotion: 'reduce',
        baseURL: url,
      })
      contexts.push(context)
      context.setDefaultTimeout(15_000)
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error' && !isExpected(message.text())) complaints.push(message.text())
      })
      await page.goto(url)
      return { page, context, complaints }
    },
    forget,
    close: async () => {
      await forget()
      await browser.close()
    },
  }
}

interface AccessibilityOptions {
  readonly exclude?: readonly string[]
  /** The rules of colours alone: what else a page is does not change with its scheme. */
  readonly colours?: boolean
}

/** No violation of WCAG 2.1 A and AA, nor of the good practices that axe knows, in what is shown now. */
export const expectAccessible = async (page: Page, options: AccessibilityOptions = {}): Promise<void> => {
  // No frame of another origin to look into: axe needs no page of its own, and takes half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  if (options.colours) axe.withRules(['color-contrast', 'link-in-text-block'])
  for (const selector of options.exclude ?? []) axe.exclude(selector)
  const { violations } = await axe.analyze()
  const readable = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.html.slice(0, 200)}`).join('\n')}`,
  )
  expect(readable, `axe at ${page.url()}`).toEqual([])
}

/** No horizontal scroll: the page fits its window. */
export const expectFits = async (page: Page): Promise<void> => {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const)
  expect(content, `width of ${page.url()}`).toBeLessThanOrEqual(window)
}

const shots = resolve(import.meta.dirname, '../../test-results/screens')

/** Keeps what is shown under test-results/screens, to look at. */
export const screenshot = async (page: Page, name: string, fullPage = true): Promise<void> => {
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage })
}
