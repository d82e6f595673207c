import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startEmbeddedPostgres } from '../../server/platform/db/embedded.ts'
import { type Figure, median, rounded } from '../figure.ts'
import { freePort, npmCommand, startPortal } from '../rig/portal.ts'
import { progress } from '../rig/progress.ts'
import { temporaryData } from '../rig/temporary-data.ts'

const firsts = 3
const again = 5

/** The same database started alone, in seconds. */
const bareDatabase = async (folder: string): Promise<number> => {
  // npm ends a moment before the portal that it started: its database is still held then.
  for (let tries = 0; ; tries++) {
    const started = performance.now()
    const database = await startEmbeddedPostgres({ folder: join(folder, 'database') }).catch((error: unknown) => {
      if (tries > 200) throw error
    })
    if (!database) {
      await sleep(50)
      continue
    }
    const seconds = (performance.now() - started) / 1000
    await database.stop()
    return seconds
  }
}

/** `npm start` of a package whose program does nothing, in seconds: npm's own time, and that of Node. */
const bareProgram = async (folder: string): Promise<number> => {
  const node = JSON.stringify(process.execPath)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { prestart: `${node} -e 0`, start: `${node} -e 0` } }))
  const started = performance.now()
  const { program, args } = npmCommand()
  const [code] = await once(spawn(program, [...args, 'start', '--silent'], { cwd: folder, stdio: 'ignore' }), 'exit')
  if (code !== 0) throw new Error(`npm start of an empty package ended with status ${code}.`)
  return (performance.now() - started) / 1000
}

/** The portal from nothing (database, migrations, demonstration), then from its data beside what it cannot do without; packages and site are there already. */
export const start = async (): Promise<Figure[]> => {
  const folders: string[] = []
  const port = await freePort()
  const time = async (folder: string): Promise<number> => {
    const portal = await startPortal(folder, port)
    await portal.stop()
    return portal.readyMilliseconds / 1000
  }
  try {
    const first: number[] = []
    for (let round = 0; round < firsts; round++) {
      const folder = temporaryData('bench-start-')
      folders.push(folder)
      first.push(await time(folder))
      progress(`first start ${round + 1}/${firsts}: ${rounded(first.at(-1) ?? 0, 1)} s`)
    }
    const [known = ''] = folders
    const next: number[] = []
    const floors: number[] = []
    const empty = temporaryData('bench-start-empty-')
    folders.push(empty)
    // Each beside the other, so that a busy moment counts for both.
    for (let round = 0; round < again; round++) {
      next.push(await time(known))
      floors.push((await bareDatabase(known)) + (await bareProgram(empty)))
    }
    const all = (times: readonly number[]) => ({ medianOf: times.length, all: times.map((value) => rounded(value, 2)) })
    const common = { unit: 's until /health answers 200', sense: 'max', required: true } as const
    return [
      { figure: 'first_start', value: rounded(median(first), 2), bar: 30, ...common, detail: all(first) },
      { figure: 'next_start', value: rounded(median(next), 2), bar: 2, ...common, detail: all(next) },
      {
        figure: 'next_start_ratio',
        value: rounded(median(next) / median(floors), 2),
        unit: 'times its database and an empty npm start alone',
        bar: 2.5,
        sense: 'max',
        // What is left is the portal's own code being loaded: the bar asks for a third of it.
        required: false,
        detail: all(floors),
      },
    ]
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
}
