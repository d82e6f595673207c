import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { loadDemonstration } from '../../database/demo/load-demonstration.ts'
import { runningClock } from '../../server/platform/clock.ts'
import { createLogger } from '../../server/platform/logger.ts'
import { cloneDatabase, keepAsTemplate, startTestServer } from '../../server/testing/test-server.ts'
import { templateDatabase, testSecret } from '../../server/testing/test-template.ts'
import { startWorker } from '../../server/worker.ts'
import { chromiumPath } from './browser.ts'
import { configurationOf, type Prepared, tellWorkers } from './prepared.ts'

/** `SITE_FOLDER` names a build apart (`vite build --outDir`). */
const site = resolve(process.env.SITE_FOLDER ?? join(import.meta.dirname, '../../dist/web'))

const jobsMilliseconds = 60_000

/** What the demonstration leaves to the worker (papers, mails, news) is done once, not by every portal. */
const finishJobs = async (launch: Parameters<typeof startWorker>[0]): Promise<void> => {
  const worker = await startWorker(launch)
  const client = new pg.Client({ connectionString: launch.urls.owner })
  await client.connect()
  try {
    const deadline = Date.now() + jobsMilliseconds
    const waiting = 'select from graphile_worker._private_jobs where run_at <= now() limit 1'
    while ((await client.query(waiting)).rowCount !== 0) {
      if (Date.now() > deadline) throw new Error('The jobs of the demonstration do not end.')
      await sleep(50)
    }
  } finally {
    await client.end()
    await worker.close()
  }
}

/** Prepares what every portal of the run is copied from: the demonstration as it stands some time after its start, and the built site. */
const setUp = async (): Promise<() => Promise<void>> => {
  if (chromiumPath === null) return async () => undefined
  if (!existsSync(join(site, 'index.html'))) throw new Error('The site is not built: run node scripts/setup.mjs --web')
  const server = await startTestServer()
  const folder = mkdtempSync(join(tmpdir(), 'portal-e2e-'))
  const end = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const prepared: Prepared = {
      serverUrl: server.url,
      database: 'demonstration',
      dataDir: join(folder, 'data'),
      siteFolder: join(folder, 'site'),
    }
    // A copy: a build during the journeys would take away files that their pages are still to load.
    cpSync(site, prepared.siteFolder, { recursive: true })
    mkdirSync(prepared.dataDir)
    const { urls } = await cloneDatabase(server.url, templateDatabase, prepared.database)
    const clock = runningClock()
    await loadDemonstration({ ownerUrl: urls.owner, secretKeys: [testSecret], now: clock.now() })
    const configuration = await configurationOf({ dataDir: prepared.dataDir, databaseUrl: urls.owner })
    await finishJobs({ configuration, urls, clock, logger: createLogger({ level: 'error', format: 'line' }) })
    await keepAsTemplate(server.url, prepared.database)
    tellWorkers(prepared)
  } catch (error) {
    await end()
    throw error
  }
  return end
}

// biome-ignore lint/style/noDefaultExport: Playwright calls what the file exports so.
export default setUp
