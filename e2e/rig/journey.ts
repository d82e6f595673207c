import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import {
  chromiumPath,
  desktop,
  expectAccessible,
  expectFits,
  openBrowser,
  phone,
  screenshot,
  type TestBrowser,
  type VisitOptions,
  type Visitor,
} from './browser.ts'
import { type Portal, password, startPortal } from './portal.ts'

export interface Stage {
  readonly portal: Portal
  /** A stranger on an address of the portal. */
  visit(path: string, options?: VisitOptions): Promise<Visitor>
  /** Somebody already signed in, on a page; the sign-in screen has its own journey. */
  enter(login: string, path: string, options?: VisitOptions): Promise<Visitor>
}

/** A chapter told on a portal and a browser of its own; no page may complain in the console. */
export const journey = (name: string, tell: (stage: Stage) => void): void => {
  describe.skipIf(chromiumPath === null)(name, () => {
    let portal: Portal
    let browser: TestBrowser
    const visitors: Visitor[] = []
    beforeAll(async () => {
      portal = await startPortal()
      browser = await openBrowser()
    })
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail')
        for (const [index, { page }] of visitors.entries())
          await screenshot(page, `failed-${task.name.slice(0, 40).replaceAll(/\W+/g, '-')}-${index}`, false).catch(() => undefined)
      const complaints = visitors.splice(0).flatMap((visitor) => visitor.complaints)
      await browser.forget()
      expect(complaints, 'console of the pages').toEqual([])
    })
    afterAll(async () => {
      await browser?.close()
      await portal?.close()
    })
    const visit: Stage['visit'] = async (path, options) => {
      const visitor = await browser.visit(new URL(path, portal.url).href, options)
      visitors.push(visitor)
      return visitor
    }
    tell({
      get portal() {
        return portal
      },
      visit,
      enter: async (login, path, options) => {
        const visitor = await visit('/icon.svg', options)
        const answer = await visitor.page.request.post('/api/session', { data: { login, password }, headers: { origin: portal.url } })
        expect(answer.status(), `sign-in of ${login}`).toBe(200)
        await visitor.page.goto(path)
        return visitor
      },
    })
  })
}

/** The page's title, once it is the one awaited. */
export const titled = (page: Page, title: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name: title, exact: typeof title === 'string' }).waitFor()

/** What the page waits for has come. */
const load = (page: Page): Promise<void> =>
  expect.poll(() => page.locator('.mantine-Skeleton-root, [aria-busy="true"]').count(), { timeout: 15_000 }).toBe(0)

/** Colours and panels have finished their transitions; spinners turn on. */
const settle = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map((animation) => animation.finished.catch(() => undefined)),
    ),
  )

/** What is shown now: accessible in light and dark, and fits a phone; the pictures are kept under test-results. */
export const expectGoodLooks = async (page: Page, name: string, exclude: readonly string[] = []): Promise<void> => {
  await load(page)
  await settle(page)
  await screenshot(page, `${name}-light`)
  await expectAccessible(page, { exclude })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
  await settle(page)
  await expectAccessible(page, { exclude, colours: true })
  await page.setViewportSize(phone)
  // The menu folds while the window changes.
  await expect.poll(() => expectFits(page).then(() => 'fits', String), { timeout: 5000 }).toBe('fits')
  await screenshot(page, `${name}-phone-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(desktop)
}

/** The API as the page's own session calls it. */
export const ask = async (
  page: Page,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  data?: object,
  type?: string,
): Promise<{ readonly status: number; readonly body: unknown; readonly bytes: Buffer }> => {
  const headers = { origin: new URL(page.url()).origin, ...(type ? { 'content-type': type } : {}) }
  const answer = await page.request.fetch(path, { method, headers, ...(data ? { data } : {}) })
  const bytes = await answer.body()
  const isJson = /json/.test(answer.headers()['content-type'] ?? '')
  return { status: answer.status(), body: isJson ? JSON.parse(bytes.toString('utf8')) : null, bytes }
}

/** Answers the step-up dialog. */
export const confirmByPassword = async (page: Page): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: 'Confirmez votre identité' })
  await dialog.getByLabel(/^Mot de passe/).fill(password)
  await dialog.getByRole('button', { name: 'Confirmer' }).click()
}
