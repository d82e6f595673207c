import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoPassword } from '../../database/demo/demo-password.ts'
import { startServer } from '../../server/http-server.ts'
import { type Clock, openPortalClock, type PortalClock, runningClock } from '../../server/platform/clock.ts'
import type { DatabaseUrls } from '../../server/platform/db/store.ts'
import { createLogger } from '../../server/platform/logger.ts'
import { cloneDatabase } from '../../server/testing/test-server.ts'
import { startWorker } from '../../server/worker.ts'
import { type Mailbox, openMailbox } from './mailbox.ts'
import { configurationOf, readPrepared } from './prepared.ts'

export interface Portal {
  /** Origin, on localhost: passkeys refuse addresses. */
  readonly url: string
  readonly mailbox: Mailbox
  readonly clock: Clock
  readonly urls: DatabaseUrls
  /** The same portal some time ahead: another server on its database. */
  later(milliseconds: number): Promise<{ readonly url: string }>
  /** Stops server and worker and launches both again at the same address, `CLOCK_START` saying when it is: sessions of before may have ended. */
  restart(clockStart: Date): Promise<void>
  close(): Promise<void>
}

export const password = demoPassword

/** A whole portal: demonstration in a database of its own, server, worker, and a real SMTP server that keeps the mails. */
export const startPortal = async (): Promise<Portal> => {
  const prepared = readPrepared()
  const database = await cloneDatabase(prepared.serverUrl, prepared.database)
  const mailbox = await openMailbox()
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-e2e-'))
  cpSync(prepared.dataDir, dataDir, { recursive: true })
  const { siteFolder } = prepared
  const configured = () => configurationOf({ dataDir, databaseUrl: database.urls.owner, mailUrl: mailbox.url })
  const configuration = await configured()
  const clock = runningClock()
  const launch = { configuration, urls: database.urls, clock, logger: createLogger({ level: 'error', format: 'line' }) }
  let worker = await startWorker(launch)
  let travelling: PortalClock | null = null
  const servers = [await startServer({ ...launch, siteFolder })]
  return {
    url: configuration.appUrl,
    mailbox,
    clock,
    urls: database.urls,
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
