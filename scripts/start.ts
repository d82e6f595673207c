import { join } from 'node:path'
import pg from 'pg'
import { demoPassword } from '../database/demo/demo-password.ts'
import { demoLogins, loadDemonstration } from '../database/demo/load-demonstration.ts'
import { startServer } from '../server/http-server.ts'
import { prepare, runProcess } from '../server/launch.ts'
import { type Configuration, refuseOpenDemonstration } from '../server/platform/configuration.ts'
import { startEmbeddedPostgres } from '../server/platform/db/embedded.ts'
import type { DatabaseUrls } from '../server/platform/db/store.ts'
import { startWorker } from '../server/worker.ts'

/** Everything in one process: database, migrations, demonstration, server and worker. */

const french = /^fr/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
const say = (fr: string, en: string) => console.log(french ? fr : en)

const openDatabase = async (configuration: Configuration) => {
  if (configuration.databaseUrl !== null) return { adminUrl: configuration.databaseUrl, isNew: false, stop: async () => undefined }
  return startEmbeddedPostgres({ folder: join(configuration.dataDir, 'database') })
}

/** A first start that was killed before its end leaves a database without a demonstration and without companies: still new. */
const isUntouched = async ({ owner }: DatabaseUrls): Promise<{ untouched: boolean; demonstration: boolean }> => {
  const client = new pg.Client({ connectionString: owner })
  await client.connect()
  try {
    const { rows } = await client.query(
      'select not exists (select from companies) as untouched, exists (select from demonstration_parts) as demonstration',
    )
    return rows[0]
  } finally {
    await client.end()
  }
}

const wantsDemonstration = async (configuration: Configuration, urls: DatabaseUrls): Promise<boolean> => {
  if (configuration.demo !== null) return configuration.demo
  if (configuration.databaseUrl !== null) return false
  const { untouched, demonstration } = await isUntouched(urls)
  return untouched || demonstration
}

const printLogins = (url: string, dataDir: string, mailUrl: string | null) => {
  say(`\n  Portail prêt : ${url}\n`, `\n  The portal is ready: ${url}\n`)
  say(`  Connexions de démonstration, mot de passe ${demoPassword}`, `  Demonstration logins, password ${demoPassword}`)
  for (const [login, who] of demoLogins) console.log(`    ${login}  ${who}`)
  if (mailUrl === null) say(`  Courriels : ${join(dataDir, 'mail')}`, `  Mails: ${join(dataDir, 'mail')}`)
  say('  Ctrl-C arrête tout.\n', '  Ctrl-C stops everything.\n')
}

await runProcess('line', async (configuration, logger, closers) => {
  if (configuration.databaseUrl === null) refuseOpenDemonstration(configuration)
  const database = await openDatabase(configuration)
  closers.add(() => database.stop())
  const launch = await prepare(configuration, logger, closers, database.adminUrl)
  const demonstration = await wantsDemonstration(configuration, launch.urls)
  if (demonstration) await loadDemonstration({ ownerUrl: launch.urls.owner, secretKeys: configuration.secretKeys, now: launch.clock.now() })
  const worker = await startWorker(launch)
  closers.add(() => worker.close())
  const server = await startServer(launch)
  closers.add(() => server.close())
  if (demonstration) printLogins(configuration.appUrl, configuration.dataDir, configuration.mailUrl)
  else say(`\n  Portail prêt : ${configuration.appUrl}\n`, `\n  The portal is ready: ${configuration.appUrl}\n`)
})
