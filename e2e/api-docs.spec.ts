import { expect } from '@playwright/test'
import { violationsOf } from './rig/axe.ts'
import { test } from './rig/journey.ts'

/** The renderer works out the whole document before it shows anything. */
const drawn = { timeout: 60_000 }

/** What the renderer itself gets wrong, whatever the document. */
const ofTheRenderer = ['heading-order', 'nested-interactive', 'region', 'scrollable-region-focusable', 'select-name']

// It works while it opens an operation too.
test.use({ actionTimeout: drawn.timeout })

test.describe('The reference of the API', () => {
  test('needs no other host, and tries what only reads as who is signed in', async ({ enter }) => {
    const { page, context } = await enter('E-000000004', '/livez')
    const { origin } = new URL(page.url())
    const elsewhere: string[] = []
    await context.route('**', (route) => {
      const url = route.request().url()
      if (url.startsWith(`${origin}/`)) return route.continue()
      elsewhere.push(url)
      return route.abort()
    })
    await page.goto('/api/docs')
    await expect(page.getByText("Everything that the portal's screens do goes through this API.")).toBeVisible(drawn)
    await page.locator('#operations-tag-orders').click()
    const list = page.locator('#operations-orders-listOrders')
    await list.locator('.opblock-summary-control').click()
    await expect(list.getByText('Rows of a page; 50 unless told.')).toBeVisible(drawn)
    expect((await violationsOf(page)).filter(({ id }) => !ofTheRenderer.includes(id))).toEqual([])
    await list.getByRole('button', { name: 'Try it out' }).click()
    await list.getByRole('button', { name: 'Execute' }).click()
    await expect(list.locator('.live-responses-table')).toContainText('COM00025')

    const act = page.locator('#operations-orders-cancelOrder')
    await act.locator('.opblock-summary-control').click()
    await expect(act.getByText('Responses').first()).toBeVisible()
    await expect(act.getByRole('button', { name: 'Try it out' })).toHaveCount(0)
    expect(elsewhere).toEqual([])
  })
})
