import { expect } from '@playwright/test'
import { desktop, phone } from './rig/browser.ts'
import { test } from './rig/journey.ts'
import { expectAccessible, expectFits } from './rig/looks.ts'
import { sendSignIn, signIn } from './rig/sign-in.ts'

test.describe('signing in', () => {
  test('opens the home of the universe, and the session outlives a reload', async ({ visit }) => {
    const { page } = await visit('/')
    await signIn(page, 'E-000000004')
    await page.getByText('Mon Univers Client').first().waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/client/)
    await page.reload()
    await page.getByText('Mon Univers Client').first().waitFor()
  })

  test('says the same for an unknown login and for a wrong password', async ({ visit }) => {
    const said: string[] = []
    for (const login of ['E-000000004', 'E-999999999']) {
      const { page } = await visit('/')
      await sendSignIn(page, login, 'Not-the-one-2026!')
      said.push((await page.getByRole('alert').first().innerText()).trim())
    }
    expect(said[0]).not.toBe('')
    expect(said[1]).toBe(said[0])
  })

  for (const colorScheme of ['light', 'dark'] as const)
    for (const [window, viewport] of [
      ['a desk', desktop],
      ['a phone', phone],
    ] as const)
      test(`is accessible and fits: ${colorScheme}, on ${window}`, async ({ visit }) => {
        const { page } = await visit('/', { colorScheme, viewport })
        await page.getByLabel(/^Login/).waitFor()
        await expectAccessible(page)
        await expectFits(page)
      })
})
