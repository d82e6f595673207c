import { prepare, requireDatabaseUrl, runProcess } from './launch.ts'
import { startWorker } from './worker.ts'

await runProcess('json', async (configuration, logger, closers) => {
  const launch = await prepare(configuration, logger, closers, requireDatabaseUrl(configuration))
  const worker = await startWorker(launch)
  closers.add(() => worker.close())
  logger.info('working')
})
