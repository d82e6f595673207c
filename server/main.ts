import { startServer } from './http-server.ts'
import { prepare, requireDatabaseUrl, runProcess } from './launch.ts'

await runProcess('json', async (configuration, logger, closers) => {
  const launch = await prepare(configuration, logger, closers, requireDatabaseUrl(configuration))
  const server = await startServer(launch)
  closers.add(() => server.close())
  logger.info({ url: configuration.appUrl, port: server.port }, 'serving')
})
