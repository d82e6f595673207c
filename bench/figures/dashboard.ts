import type { BrowserContext, Page } from '@playwright/test'
import { installDatabase } from '../../server/install.ts'
import { startEmbeddedPostgres } from '../../server/platform/db/embedded.ts'
import type { DatabaseUrls } from '../../server/platform/db/store.ts'
import { worldBuilder } from '../../server/testing/world.ts'
import { type Figure, median, rounded } from '../figure.ts'
import { hasBrowser, inBrowser } from '../rig/chromium.ts'
import { benchSecret } from '../rig/prepared.ts'
import { progress } from '../rig/progress.ts'
import { temporaryData } from '../rig/temporary-data.ts'

const people = 500
const rounds = 5
const path = '/client/entreprise/ma-societe/contacts/notifications'

/** A company of 500 contacts with access, and its administrator. */
const prepare = async (urls: DatabaseUrls) => {
  const build = await worldBuilder(urls.owner, new Date())
  const company = await build.addCompany({ name: 'Bench', universes: ['client'] })
  await build.run(
    `with added as (
       insert into contacts (id, company_id, first_name, last_name, email)
       select gen_random_uuid(), $1, 'Camille', 'Personne ' || n, 'personne' || n || '@bench.example' from generate_series(1, $2::int) n returning id, last_name
     ), opened as (
       insert into users (id, company_id, contact_id, display_name, state) select gen_random_uuid(), $1, id, last_name, 'active' from added returning id
     )
     insert into user_rights (user_id, right_id, company_id) select id, $3, $1 from opened`,
    [company.id, people, company.administratorRightId],
  )
  const reader = await build.addPerson({ lastName: 'Lectrice', company, administrator: true })
  await build.close()
  return reader
}

/** Scripts of the page, as text: this program knows no browser. */
const observe = `new PerformanceObserver((entries) => {
  for (const entry of entries.getEntries()) if (entry.interactionId) window.answers?.push(entry.duration)
}).observe({ type: 'event', durationThreshold: 16, buffered: true })`

const scroll = `(async () => {
  const grid = [...document.querySelectorAll('main *')].find(
    (one) => one.scrollHeight > one.clientHeight + 1000 && /auto|scroll/.test(getComputedStyle(one).overflowY)) ?? window
  let worst = 0
  let last = performance.now()
  for (let step = 0; step < 60; step++) {
    grid.scrollBy(0, 300)
    await new Promise(requestAnimationFrame)
    worst = Math.max(worst, performance.now() - last)
    last = performance.now()
  }
  grid.scrollTo(0, 0)
  return worst
})()`

/** The slowest answer to an interaction, from the input to the next picture, as Event Timing tells it (by 8 ms, from 16). */
const slowest = async (page: Page, act: () => Promise<unknown>): Promise<number> => {
  await page.evaluate('window.answers = []')
  await act()
  await page.waitForTimeout(250)
  return page.evaluate<number>('Math.max(0, ...window.answers)')
}

/** While the grid scrolls, the longest time between two pictures. */
const scrolled = (page: Page): Promise<number> => page.evaluate<number>(scroll)

const measure = async (context: BrowserContext, url: string): Promise<Figure[]> => {
  const page = await context.newPage()
  await page.addInitScript(observe)
  await page.goto(url + path)
  const box = (name: string) => page.getByRole('checkbox', { name, exact: true })
  const cell = box('Camille Personne 1, Livraisons, E-mail')
  await cell.waitFor({ timeout: 30_000 })
  await page.waitForTimeout(1000)
  const filter = page.getByRole('main').getByLabel('Contact', { exact: true })
  const acts: Readonly<Record<string, () => Promise<unknown>>> = {
    cell: () => cell.click(),
    column: () => box('Livraisons, E-mail : tous les contacts affichés').click(),
    filter: () => filter.pressSequentially('12', { delay: 60 }),
    unfilter: async () => {
      await filter.press('Backspace')
      await filter.press('Backspace')
    },
  }
  const times: Record<string, number[]> = { ...Object.fromEntries(Object.keys(acts).map((name) => [name, []])), scroll: [] }
  for (let round = 0; round < rounds; round++) {
    for (const [name, act] of Object.entries(acts)) times[name]?.push(await slowest(page, act))
    times.scroll?.push(await scrolled(page))
  }
  return Object.entries(times).map(([name, values]) => ({
    figure: `dashboard_${name}`,
    value: rounded(median(values), 0),
    unit: `ms to the next picture, median, ${people} contacts × 8 categories × 2 channels`,
    bar: 100,
    sense: 'max',
    required: false,
    detail: { worst: rounded(Math.max(...values), 0) },
  }))
}

/** The dashboard of subscriptions under a hand: a cell, a whole column, the filter, the scroll. */
export const dashboard = async (): Promise<Figure[]> => {
  if (!hasBrowser()) {
    progress('dashboard: needs the built site and a Chromium')
    return []
  }
  const dataDir = temporaryData('bench-dashboard-')
  const postgres = await startEmbeddedPostgres({ folder: `${dataDir}/database`, durable: false })
  try {
    const urls = await installDatabase({ adminUrl: postgres.adminUrl, secret: benchSecret })
    const { token } = await prepare(urls)
    return await inBrowser({ urls, dataDir, token }, measure)
  } finally {
    await postgres.stop()
  }
}
