import { installDatabase } from './install.ts'
import { type Clock, openPortalClock } from './platform/clock.ts'
import { type Configuration, ConfigurationError, readConfiguration } from './platform/configuration.ts'
import type { DatabaseUrls } from './platform/db/store.ts'
import { createLogger, type Logger } from './platform/logger.ts'

/** What the parts of a process (server, worker) start with. */
export interface Launch {
  readonly configuration: Configuration
  readonly clock: Clock
  readonly logger: Logger
  readonly urls: DatabaseUrls
}

/** Closes what was opened, last first, and goes on when one refuses. */
export class Closers {
  readonly #closers: (() => Promise<void> | void)[] = []

  add(close: () => Promise<void> | void): void {
    this.#closers.push(close)
  }

  async closeAll(logger: Logger): Promise<void> {
    for (let close = this.#closers.pop(); close !== undefined; close = this.#closers.pop()) {
      try {
        await close()
      } catch (error) {
        logger.error({ err: error }, 'stopping')
      }
    }
  }
}

const stopTimeoutMilliseconds = 45_000
/** npm passes on the Ctrl-C that the terminal already gave: one press may arrive twice. */
const sameRequestMilliseconds = 1_500

/** Stops once on Ctrl-C or SIGTERM; asked again later, or when stopping takes too long, it leaves at once. */
const stopOnSignal = (closers: Closers, logger: Logger): void => {
  let askedAt: number | null = null
  const stop = async (signal: NodeJS.Signals) => {
    if (askedAt !== null) {
      if (Date.now() - askedAt > sameRequestMilliseconds) process.exit(1)
      return
    }
    askedAt = Date.now()
    logger.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), stopTimeoutMilliseconds).unref()
    await closers.closeAll(logger)
    logger.info('stopped')
    process.exit(0)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
}

/** What a person reads when the start fails: one line for a bad variable, the cause otherwise. */
const explain = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof ConfigurationError) return error.message
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error)
    return `PORT: ${error.port} is already used by another program; choose another one`
  if ('code' in error && error.code === 'ECONNREFUSED') return `DATABASE_URL: no database answers (${error.message})`
  return error.message
}

/** Runs a process of the portal: what `start` opened is closed when it ends, however it ends. */
export const runProcess = async (
  format: 'json' | 'line',
  start: (configuration: Configuration, logger: Logger, closers: Closers) => Promise<void>,
): Promise<void> => {
  const logger = createLogger({ format, level: 'info' })
  const closers = new Closers()
  try {
    const configuration = readConfiguration()
    for (const notice of configuration.notices) logger.warn(notice)
    stopOnSignal(closers, logger)
    await start(configuration, logger, closers)
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    await closers.closeAll(logger)
    process.exit(1)
  }
}

/** Opens the clock and brings the database up to date. */
export const prepare = async (configuration: Configuration, logger: Logger, closers: Closers, adminUrl: string): Promise<Launch> => {
  const portalClock = openPortalClock({ dataDir: configuration.dataDir, clockStart: configuration.clockStart })
  closers.add(() => portalClock.close())
  const urls = await installDatabase({ adminUrl, secret: configuration.secretKeys[0] })
  return { configuration, clock: portalClock.clock, logger, urls }
}

/** Only `npm start` runs the embedded database: several processes share one that is told. */
export const requireDatabaseUrl = (configuration: Configuration): string => {
  if (configuration.databaseUrl === null)
    throw new ConfigurationError('DATABASE_URL: is required here; `npm start` alone runs the embedded database')
  return configuration.databaseUrl
}
