import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { startServer } from '../../server/http-server.ts'
import { runningClock } from '../../server/platform/clock.ts'
import { readConfiguration } from '../../server/platform/configuration.ts'
import type { DatabaseUrls } from '../../server/platform/db/store.ts'
import { createLogger } from '../../server/platform/logger.ts'
import { freePort } from './portal.ts'
import { benchSecret } from './prepared.ts'

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync']
const browserPath = [process.env.CHROMIUM_PATH ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (one) => one !== '' && existsSync(one),
)
const siteFolder = resolve(process.env.SITE_FOLDER ?? 'dist/web')

/** Pages can be measured: the site is built and a browser is there. */
export const hasBrowser = (): boolean => browserPath !== undefined && existsSync(join(siteFolder, 'index.html'))

interface SignedIn {
  readonly urls: DatabaseUrls
  readonly dataDir: string
  /** Of the session of who looks. */
  readonly token: string
}

/** Serves the built site and opens a browser on it, signed in, for as long as `look` takes. */
export const inBrowser = async <T>(
  { urls, dataDir, token }: SignedIn,
  look: (context: BrowserContext, url: string) => Promise<T>,
): Promise<T> => {
  const port = String(await freePort())
  const configuration = readConfiguration({ NODE_ENV: 'development', PORT: port, DATA_DIR: dataDir, SECRET_KEY: benchSecret, DEMO: '0' })
  const server = await startServer({ configuration, urls, clock: runningClock(), logger: createLogger({ level: 'error' }), siteFolder })
  try {
    const browser = await chromium.launch({ ...(browserPath ? { executablePath: browserPath } : {}), args: flags })
    try {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' })
      const url = `http://localhost:${server.port}`
      await context.addCookies([
        { name: 'session', value: token, url },
        { name: 'signed-in', value: '1', url },
      ])
      return await look(context, url)
    } finally {
      await browser.close()
    }
  } finally {
    await server.close()
  }
}
