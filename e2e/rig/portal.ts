import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { demoPassword } from '../../database/demo/demo-password.ts'
import { loadDemonstration } from '../../database/demo/load-demonstration.ts'
import { startServer } from '../../server/http-server.ts'
import { type Clock, openPortalClock, type PortalClock, runningClock } from '../../server/platform/clock.ts'
import { readConfiguration } from '../../server/platform/configuration.ts'
import type { DatabaseUrls } from '../../server/platform/db/store.ts'
import { createLogger } from '../../server/platform/logger.ts'
import { testDatabase } from '../../server/testing/test-database.ts'
import { testSecret } from '../../server/testing/test-template.ts'
import { startWorker } from '../../server/worker.ts'
import { type Mailbox, openMailbox } from './mailbox.ts'

export interface Portal {
  /** Origin, on localhost: passkeys refuse addresses. */
  readonly url: string
  readonly mailbox: Mailbox
  readonly clock: Clock
  readonly urls: DatabaseUrls
  readonly dataDir: string
  /** The same portal some time ahead: another server on its database. */
  later(milliseconds: number): Promise<{ readonly url: string }>
  /** Stops server and worker and launches both again at the same address, `CLOCK_START` saying when it is: sessions of before may have ended. */
  restart(clockStart: Date): Promise<void>
  close(): Promise<void>
}

export const password = demoPassword

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer()
    probe.on('error', fail).listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address !== null ? done(address.port) : fail(new Error('No free port.'))))
    })
  })

/** `SITE_FOLDER` names a build apart (`vite build --outDir`). */
const site = resolve(process.env.SITE_FOLDER ?? join(import.meta.dirname, '../../dist/web'))

/** A whole portal for one test file: database of its own, demonstration, server, worker, and a real SMTP server that keeps the mails. */
export const startPortal = async (options: { clock?: Clock; demonstration?: boolean; logLevel?: string } = {}): Promise<Portal> => {
  if (!existsSync(join(site, 'index.html'))) throw new Error('The site is not built: run node scripts/setup.mjs --web')
  const database = await testDatabase()
  const mailbox = await openMailbox()
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-e2e-'))
  // A copy: a build during the journey would take away files that its pages are still to load.
  const siteFolder = join(dataDir, 'site')
  cpSync(site, siteFolder, { recursive: true })
  const configured = async () =>
    readConfiguration({
      NODE_ENV: 'test',
      PORT: String(await freePort()),
      DATA_DIR: dataDir,
      DATABASE_URL: database.urls.owner,
      MAIL_URL: mailbox.url,
      SECRET_KEY: testSecret,
    })
  const configuration = await configured()
  const clock = options.clock ?? runningClock()
  if (options.demonstration !== false)
    await loadDemonstration({ ownerUrl: database.urls.owner, secretKeys: configuration.secretKeys, now: clock.now() })
  const launch = { configuration, urls: database.urls, clock, logger: createLogger({ level: options.logLevel ?? 'error', format: 'line' }) }
  let worker = await startWorker(launch)
  let travelling: PortalClock | null = null
  const servers = [await startServer({ ...launch, siteFolder })]
  return {
    url: configuration.appUrl,
    mailbox,
    clock,
    urls: database.urls,
    dataDir,
    later: async (milliseconds) => {
      const ahead = await configured()
      servers.push(await startServer({ ...launch, configuration: ahead, clock: runningClock(milliseconds), siteFolder }))
      return { url: ahead.appUrl }
    },
    restart: async (clockStart) => {
      for (const server of servers.splice(0)) await server.close()
      await worker.close()
      travelling?.close()
      travelling = openPortalClock({ dataDir, clockStart })
      const again = { ...launch, clock: travelling.clock }
      worker = await startWorker(again)
      servers.push(await startServer({ ...again, siteFolder }))
    },
    close: async () => {
      for (const server of servers) await server.close()
      await worker.close()
      travelling?.close()
      await mailbox.close()
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
