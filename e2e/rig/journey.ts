import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
  type PlaywrightWorkerArgs,
} from '@playwright/test'
import { chromiumPath } from './browser.ts'
import { type Portal, password, startPortal } from './portal.ts'

type StorageState = Exclude<BrowserContextOptions['storageState'], string | undefined>
type VisitOptions = Pick<BrowserContextOptions, 'viewport' | 'colorScheme' | 'locale'>

export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
}

interface EnterOptions extends VisitOptions {
  /** Signs in for this visit alone, where the session itself is what the journey is about. */
  readonly ownSession?: boolean
}

interface Journey {
  /** The portal of the file. */
  readonly portal: Portal
  /** A stranger on an address of the portal, with nothing remembered. */
  readonly visit: (path: string, options?: VisitOptions) => Promise<Visitor>
  /** Somebody already signed in, on a page; the sign-in screen has its own journey. */
  readonly enter: (login: string, path: string, options?: EnterOptions) => Promise<Visitor>
  readonly browserIsThere: undefined
}

interface Stage {
  readonly file: string
  readonly portal: Portal
  /** Who has signed in on it, once each. */
  readonly sessions: Map<string, StorageState>
}

interface Theatre {
  /** A portal is opened for the first journey of a file and serves the whole file: its journeys follow one another. */
  stageOf(file: string): Promise<Stage>
}

const openTheatre = () => {
  let stage: Stage | null = null
  const close = async () => {
    await stage?.portal.close()
    stage = null
  }
  const stageOf: Theatre['stageOf'] = async (file) => {
    if (stage?.file === file) return stage
    await close()
    const portal = await startPortal()
    const sessions: Stage['sessions'] = new Map()
    const restart: Portal['restart'] = async (clockStart) => {
      sessions.clear()
      await portal.restart(clockStart)
    }
    stage = { file, portal: { ...portal, restart }, sessions }
    return stage
  }
  return { stageOf, close }
}

const signIn = async (playwright: PlaywrightWorkerArgs['playwright'], url: string, login: string): Promise<StorageState> => {
  const api = await playwright.request.newContext({ baseURL: url })
  const answer = await api.post('/api/session', { data: { login, password }, headers: { origin: url } })
  expect(answer.status(), `sign-in of ${login}`).toBe(200)
  const state = await api.storageState()
  await api.dispose()
  return state
}

/** Answers of the API that a screen expects (wrong password, …) appear in the console without being faults. */
const isExpected = (text: string) => /Failed to load resource: the server responded with a status of 4\d\d/.test(text)

/** A journey on the portal of its file; no page that it opens may complain in the console. */
export const test = base.extend<
  Journey & { open: (url: string, options: BrowserContextOptions) => Promise<Visitor> },
  { theatre: Theatre }
>({
  theatre: [
    async ({ playwright: _ }, use) => {
      const theatre = openTheatre()
      await use(theatre)
      await theatre.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  browserIsThere: [
    async ({ playwright: _ }, use, info) => {
      info.skip(chromiumPath === null, 'Chromium is not installed.')
      await use(undefined)
    },
    { auto: true },
  ],
  portal: async ({ theatre }, use, { file }) => use((await theatre.stageOf(file)).portal),
  open: async ({ browser }, use) => {
    const visitors: Visitor[] = []
    const complaints: string[] = []
    await use(async (url, options) => {
      const context = await browser.newContext({ ...options, baseURL: new URL(url).origin })
      const page = await context.newPage()
      visitors.push({ page, context })
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error' && !isExpected(message.text())) complaints.push(message.text())
      })
      await page.goto(url)
      return { page, context }
    })
    for (const { context } of visitors) await context.close()
    expect(complaints, 'console of the pages').toEqual([])
  },
  visit: async ({ portal, open }, use) => use((path, options = {}) => open(new URL(path, portal.url).href, options)),
  enter: async ({ theatre, open, playwright }, use, { file }) => {
    const { portal, sessions } = await theatre.stageOf(file)
    await use(async (login, path, { ownSession = false, ...options } = {}) => {
      const storageState = (!ownSession && sessions.get(login)) || (await signIn(playwright, portal.url, login))
      if (!ownSession) sessions.set(login, storageState)
      return open(new URL(path, portal.url).href, { ...options, storageState })
    })
  },
})
