import { startServer } from '../../server/http-server.ts'
import { runningClock } from '../../server/platform/clock.ts'
import { readConfiguration } from '../../server/platform/configuration.ts'
import type { DatabaseUrls } from '../../server/platform/db/store.ts'
import { createLogger } from '../../server/platform/logger.ts'
import { task, tell } from './child.ts'

export interface PortalTask {
  readonly urls: DatabaseUrls
  readonly dataDir: string
  readonly secret: string
}

/** The product's own HTTP server, one process, as it runs in production. */
const { urls, dataDir, secret } = await task<PortalTask>()
const configuration = readConfiguration({ NODE_ENV: 'development', PORT: '5370', DATA_DIR: dataDir, SECRET_KEY: secret, DEMO: '0' })
const server = await startServer({
  configuration: { ...configuration, port: 0 },
  urls,
  clock: runningClock(),
  logger: createLogger({ level: 'warn' }),
})
tell(server.port)
