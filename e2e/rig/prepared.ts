import { createServer } from 'node:net'
import { type Configuration, readConfiguration } from '../../server/platform/configuration.ts'
import { testSecret } from '../../server/testing/test-template.ts'

/** What the portals of a run are copied from. */
export interface Prepared {
  /** Superuser's connection to the database server of the run. */
  readonly serverUrl: string
  /** Name of the template: the demonstration, with the jobs of its start done. */
  readonly database: string
  /** Files of the demonstration. */
  readonly dataDir: string
  readonly siteFolder: string
}

const variable = 'JOURNEYS_PREPARED'

export const tellWorkers = (prepared: Prepared): void => {
  process.env[variable] = JSON.stringify(prepared)
}

export const readPrepared = (): Prepared => {
  const told = process.env[variable]
  if (told === undefined) throw new Error('Nothing is prepared: journeys are run by `npx playwright test`.')
  return JSON.parse(told) as Prepared
}

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer()
    probe.on('error', fail).listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address !== null ? done(address.port) : fail(new Error('No free port.'))))
    })
  })

/** Of a portal on a free port. */
export const configurationOf = async (told: { dataDir: string; databaseUrl: string; mailUrl?: string }): Promise<Configuration> =>
  readConfiguration({
    NODE_ENV: 'test',
    PORT: String(await freePort()),
    DATA_DIR: told.dataDir,
    DATABASE_URL: told.databaseUrl,
    MAIL_URL: told.mailUrl,
    SECRET_KEY: testSecret,
  })
