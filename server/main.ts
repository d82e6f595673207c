import { mkdirSync } from 'node:fs'
import { startServer } from './http-server.ts'
import { prepare, requireDatabaseUrl, runProcess } from './launch.ts'

await runProcess('json', async (configuration, logger, closers) => {
  mkdirSync(configuration.dataDir, { recursive: true })
  const launch = await prepare(configuration, logger, closers, requireDatabaseUrl(configuration))
  const server = await startServer(launch)
  closers.add(() => server.close())
  logger.info({ url: configuration.appUrl, port: server.port }, 'serving')
})
