import { fileURLToPath } from 'node:url'
import { buildApp } from './app.ts'
import type { Clock } from './platform/clock.ts'
import type { Configuration } from './platform/configuration.ts'
import { type DatabaseUrls, Store } from './platform/db/store.ts'
import { registerOperations } from './platform/http/operations.ts'
import { serveSite } from './platform/http/site.ts'
import { isAnyWorkerAlive } from './platform/jobs/life-sign.ts'
import type { Logger } from './platform/logger.ts'
import { createEventStreams } from './platform/realtime/event-stream.ts'
import { startHub } from './platform/realtime/hub.ts'
import { createTools } from './tools.ts'

export interface ServerOptions {
  readonly configuration: Configuration
  readonly urls: DatabaseUrls
  readonly clock: Clock
  readonly logger: Logger
  /** Where the built site is; that of this checkout unless told. */
  readonly siteFolder?: string
}

const builtSite = fileURLToPath(new URL('../dist/web', import.meta.url))

export interface RunningServer {
  readonly port: number
  /** Finishes the requests under way, then stops. */
  close(): Promise<void>
}

/** Starts the portal's HTTP server: API, site, health and metrics. */
export const startServer = async ({
  configuration,
  urls,
  clock,
  logger,
  siteFolder = builtSite,
}: ServerOptions): Promise<RunningServer> => {
  const store = new Store(urls)
  const { appUrl, trustedProxies } = configuration
  const hub = await startHub(urls.identity, logger)
  const streams = createEventStreams(hub)
  const tools = { ...createTools({ configuration, clock, logger }), streams }
  const app = await buildApp({ ...tools, store, trustedProxies, checkAnswers: process.env.NODE_ENV === 'test' })
  registerOperations(app, { store, workerAlive: () => store.ask(isAnyWorkerAlive), metricsToken: configuration.metricsToken })
  await serveSite(app, siteFolder, appUrl)
  await app.listen({ host: configuration.host, port: configuration.port })
  const address = app.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : configuration.port,
    close: async () => {
      streams.close()
      await app.close()
      await hub.close()
      await tools.documents.close()
      await store.close()
    },
  }
}
