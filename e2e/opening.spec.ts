import { expect, type Page } from '@playwright/test'
import { test } from './rig/journey.ts'
import { titled } from './rig/page.ts'

const contracts = '/client/catalogue/offres-contractees'

/** Milliseconds from the key to the panel, best of three new pages: a busy machine is slow, a panel that waits is slow each time. */
const opening = async (page: Page, path: string, button: string, panel: string): Promise<number> => {
  const times: number[] = []
  for (let turn = 0; turn < 3; turn += 1) {
    await page.goto(path)
    await page.getByRole('button', { name: button, exact: true }).focus()
    await page.waitForLoadState('networkidle')
    await page.evaluate((selector) => {
      const marks = window as unknown as { pressed: number; shown: number }
      document.addEventListener('keydown', () => {
        marks.pressed = performance.now()
      })
      new MutationObserver(() => {
        if (document.querySelector(selector)) marks.shown ||= performance.now()
      }).observe(document, { childList: true, subtree: true })
    }, panel)
    await page.keyboard.press('Enter')
    await page.locator(panel).waitFor()
    times.push(
      await page.evaluate(() => (({ pressed, shown }) => shown - pressed)(window as unknown as { pressed: number; shown: number })),
    )
  }
  return Math.min(...times)
}

test.describe('What opens over a page', () => {
  test('opens at once when its code is there, so that the next key is for it', async ({ enter }) => {
    const { page } = await enter('E-000000004', `${contracts}/OC39724`)
    await titled(page, 'TRUNK SIP')
    expect(await opening(page, `${contracts}/OC39724`, 'Ajouter…', '[role="menu"]')).toBeLessThan(250)
    await page.waitForTimeout(50)
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('menuitem')
    expect(await opening(page, contracts, 'Enregistrer la vue', '[role="dialog"]')).toBeLessThan(250)
  })
})
