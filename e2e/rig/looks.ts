import { expect, type Page, test } from '@playwright/test'
import { colourRules, violationsOf } from './axe.ts'
import { desktop, phone } from './browser.ts'

/** No violation of WCAG 2.1 A and AA, nor of the good practices that axe knows, in what is shown now. */
export const expectAccessible = async (page: Page, rules?: readonly string[]): Promise<void> => {
  const violations = await violationsOf(page, rules)
  const readable = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `    ${html}`).join('\n')}`)
  expect(readable, `axe at ${page.url()}`).toEqual([])
}

/** No horizontal scroll: the page fits its window. */
export const expectFits = async (page: Page): Promise<void> => {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const)
  expect(content, `width of ${page.url()}`).toBeLessThanOrEqual(window)
}

/** What the page waits for has come. */
const load = (page: Page): Promise<void> =>
  expect.poll(() => page.locator('.mantine-Skeleton-root, [aria-busy="true"]').count(), { timeout: 15_000 }).toBe(0)

/** Colours and panels have finished their transitions, and those that these began; spinners turn on. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const moving = () =>
      document.getAnimations().filter(({ effect, playState }) => {
        const end = effect?.getComputedTiming().endTime
        return playState === 'running' && end !== Number.POSITIVE_INFINITY
      })
    for (let all = moving(); all.length > 0; all = moving()) await Promise.all(all.map(({ finished }) => finished.catch(() => undefined)))
  })

/** What is shown now, told by name in the report: accessible in light and dark, and fits a phone. */
export const expectGoodLooks = (page: Page, name: string): Promise<void> =>
  test.step(`looks of ${name}`, async () => {
    await load(page)
    await settle(page)
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
    await settle(page)
    await expectAccessible(page, colourRules)
    await page.setViewportSize(phone)
    // The menu folds while the window changes.
    await expect.poll(() => expectFits(page).then(() => 'fits', String), { timeout: 5000 }).toBe('fits')
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize(desktop)
  })
