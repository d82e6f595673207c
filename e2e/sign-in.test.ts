import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, expectAccessible, expectFits, openBrowser, phone, screenshot, type TestBrowser } from './rig/browser.ts'
import { type Portal, startPortal } from './rig/portal.ts'
import { sendSignIn, signIn } from './rig/sign-in.ts'

describe.skipIf(chromiumPath === null)('signing in', () => {
  let portal: Portal
  let browser: TestBrowser

  beforeAll(async () => {
    portal = await startPortal()
    browser = await openBrowser()
  })
  afterEach(() => browser.forget())
  afterAll(async () => {
    await browser?.close()
    await portal?.close()
  })

  it('opens the home of the universe, and the session outlives a reload', async () => {
    const { page, complaints } = await browser.visit(portal.url)
    await signIn(page, 'E-000000004')
    await page.getByText('Mon Univers Client').first().waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/client/)
    await page.reload()
    await page.getByText('Mon Univers Client').first().waitFor()
    await screenshot(page, 'home')
    expect(complaints).toEqual([])
  })

  it('says the same for an unknown login and for a wrong password', async () => {
    const said: string[] = []
    for (const login of ['E-000000004', 'E-999999999']) {
      const { page } = await browser.visit(portal.url)
      await sendSignIn(page, login, 'Not-the-one-2026!')
      said.push((await page.getByRole('alert').first().innerText()).trim())
      await browser.forget()
    }
    expect(said[0]).not.toBe('')
    expect(said[1]).toBe(said[0])
  })

  it.each([
    ['light', {}],
    ['dark', {}],
    ['light', { viewport: phone }],
    ['dark', { viewport: phone }],
  ] as const)('is accessible and fits: %s %o', async (colorScheme, options) => {
    const { page } = await browser.visit(portal.url, { colorScheme, ...options })
    await page.getByLabel(/^Login/).waitFor()
    await expectAccessible(page)
    await expectFits(page)
  })
})
