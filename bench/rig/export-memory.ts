import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { startServer } from '../../server/http-server.ts'
import { runningClock } from '../../server/platform/clock.ts'
import { readConfiguration } from '../../server/platform/configuration.ts'
import { createLogger } from '../../server/platform/logger.ts'
import { runChild, task, tell } from './child.ts'
import type { ReadAnswer, ReadTask } from './load/unhurried-reader.ts'
import type { PortalTask } from './portal-process.ts'

export interface ExportMemoryTask extends PortalTask {
  readonly token: string
  readonly paths: readonly string[]
}
export interface ExportMemory extends ReadAnswer {
  /** The most that was in use at once after a collection, in bytes. */
  readonly live: number
  /** The most that the process held, in bytes: with what is yet to be collected. */
  readonly resident: number
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** The product's HTTP server, whose memory is looked at while somebody reads exports from another process. */
const { urls, dataDir, secret, token, paths } = await task<ExportMemoryTask>()
const configuration = readConfiguration({ NODE_ENV: 'development', PORT: '5370', DATA_DIR: dataDir, SECRET_KEY: secret, DEMO: '0' })
const server = await startServer({
  configuration: { ...configuration, port: 0 },
  urls,
  clock: runningClock(),
  logger: createLogger({ level: 'warn' }),
})

const read = async (path: string): Promise<ExportMemory> => {
  let live = 0
  let resident = 0
  const look = () => {
    resident = Math.max(resident, process.memoryUsage.rss())
    collect()
    const { heapUsed, external } = process.memoryUsage()
    live = Math.max(live, heapUsed + external)
  }
  look()
  const looking = setInterval(look, 200)
  const answer = await runChild<ReadAnswer>('./load/unhurried-reader.ts', { port: server.port, path, token } satisfies ReadTask)
  clearInterval(looking)
  return { ...answer, live, resident }
}

const found: ExportMemory[] = []
for (const path of paths) found.push(await read(path))
tell(found)
