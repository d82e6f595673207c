import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { type Figure, median, percentile, rounded } from '../figure.ts'
import { hasBrowser, inBrowser } from '../rig/chromium.ts'
import { fillOrders, runningOrders } from '../rig/commerce/running-orders.ts'
import { preparedDatabase } from '../rig/database.ts'
import { signedInCallers } from '../rig/load/callers.ts'
import { benchFolder } from '../rig/prepared.ts'
import { progress } from '../rig/progress.ts'

const rounds = 5
const tabs = ['Sans pilote', 'En retard', 'Bloquées', 'À risque', 'En attente du client', 'Toutes']
/** What a field of search waits for the next letter before it asks. */
const typingPause = 250

/**
 * A script of the page, as text: this program knows no browser. `answered` waits for an input, then until what it asked for is on screen, and
 * tells the milliseconds from the one to the picture of the other.
 */
const watch = `window.answered = (input, isShown) => new Promise((done) => {
  addEventListener(input, ({ timeStamp }) => {
    const look = () => {
      const list = document.querySelector('main [aria-busy]')
      if (isShown() && list?.getAttribute('aria-busy') === 'false') requestAnimationFrame((shown) => done(shown - timeStamp))
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, { capture: true, once: true })
})`

/** Of the last time that the queue was asked for: how long its answer took on the way and at the server. */
const lastAnswer = `performance.getEntriesByType('resource').findLast(({ name }) => name.includes('/delivery/orders?'))?.duration ?? 0`

interface Timed {
  readonly whole: number
  readonly answer: number
}

const timed = async (page: Page, input: string, isShown: string, act: () => Promise<unknown>): Promise<Timed> => {
  await page.evaluate(`void (window.pending = window.answered('${input}', () => ${isShown}))`)
  await act()
  return { whole: await page.evaluate<number>('window.pending'), answer: await page.evaluate<number>(lastAnswer) }
}

const measure = async (context: BrowserContext, url: string): Promise<Figure[]> => {
  const page = await context.newPage()
  await page.addInitScript(watch)
  const times = { tab: [] as Timed[], sort: [] as Timed[], search: [] as Timed[] }
  for (let round = 0; round <= rounds; round++) {
    // A page that knows nothing yet: each view is asked of the server.
    await page.goto(`${url}/exploitant/pilotage`)
    await page.locator('main [aria-busy=false]').waitFor({ timeout: 30_000 })
    await page.waitForTimeout(700)
    const kept: typeof times = { tab: [], sort: [], search: [] }
    const views = page.getByRole('navigation', { name: 'Vues de la file' })
    for (const tab of tabs) {
      const isShown = `[...document.querySelectorAll('nav [aria-current=page]')].some((link) => link.textContent.startsWith('${tab}'))`
      kept.tab.push(await timed(page, 'click', isShown, () => views.getByRole('link', { name: tab }).click()))
    }
    const header = page.getByRole('columnheader', { name: 'Client' })
    kept.sort.push(
      await timed(page, 'click', `document.querySelector('th[aria-sort=ascending]')?.textContent.startsWith('Client')`, () =>
        header.getByRole('button').click(),
      ),
    )
    const search = page.getByRole('searchbox')
    for (const word of ['com', 'fibre']) {
      const isShown = `location.search.includes('q=${word}') && document.querySelector('main').textContent.includes('« ${word} »')`
      await search.fill(word.slice(0, -1))
      await page.waitForTimeout(700)
      kept.search.push(await timed(page, 'keydown', isShown, () => search.press(word.slice(-1))))
    }
    // The first round warms the plans and the caches, as the first minute of a server does.
    if (round > 0) for (const name of ['tab', 'sort', 'search'] as const) times[name].push(...kept[name])
  }
  const figure = (name: keyof typeof times, bar: number, unit: string): Figure => {
    const whole = times[name].map((one) => one.whole)
    return {
      figure: `queue_page_${name}`,
      value: rounded(median(whole), 0),
      unit,
      bar,
      sense: 'max',
      required: false,
      detail: {
        runningOrders,
        times: whole.length,
        p95: rounded(percentile(whole, 0.95), 0),
        worst: rounded(Math.max(...whole), 0),
        answer: rounded(median(times[name].map((one) => one.answer)), 0),
      },
    }
  }
  return [
    figure('tab', 200, 'ms from the click on a view to the picture of its rows, median'),
    figure('sort', 200, 'ms from the click on a column to the picture of its rows, median'),
    figure(
      'search',
      200 + typingPause,
      `ms from the last letter to the picture of the rows, ${typingPause} of them for a next letter, median`,
    ),
  ]
}

/** The queue of deliveries under a hand: its views, its columns, its search, with thousands of running orders. */
export const queuePage = async (): Promise<Figure[]> => {
  if (!hasBrowser()) {
    progress('queue-page: needs the built site and a Chromium')
    return []
  }
  const { server, urls } = await preparedDatabase()
  try {
    await fillOrders(urls.owner)
    const carrier = (await signedInCallers(urls.owner, 1)).find(({ universe }) => universe === 'carrier')
    if (!carrier) throw new Error('The prepared database has no carrier.')
    return await inBrowser({ urls, dataDir: join(benchFolder, 'data'), token: carrier.token }, measure)
  } finally {
    await server.stop()
  }
}
