import { rmSync } from 'node:fs'
import { type Figure, median, rounded } from '../figure.ts'
import { freePort, startPortal } from '../rig/portal.ts'
import { progress } from '../rig/progress.ts'
import { temporaryData } from '../rig/temporary-data.ts'

const firsts = 3
const again = 5

/** The portal from nothing (database, migrations, demonstration), then from its data; packages and site are there already. */
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
    for (let round = 0; round < again; round++) next.push(await time(known))
    const all = (times: readonly number[]) => ({ medianOf: times.length, all: times.map((value) => rounded(value, 2)) })
    const common = { unit: 's until /health answers 200', sense: 'max', required: true } as const
    return [
      { figure: 'first_start', value: rounded(median(first), 2), bar: 30, ...common, detail: all(first) },
      { figure: 'next_start', value: rounded(median(next), 2), bar: 2, ...common, detail: all(next) },
    ]
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
}
