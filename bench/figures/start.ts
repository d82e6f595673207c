import { rmSync } from 'node:fs'
import { type Figure, rounded } from '../figure.ts'
import { freePort, startPortal } from '../rig/portal.ts'
import { progress } from '../rig/progress.ts'
import { temporaryData } from '../rig/temporary-data.ts'

const again = 5

/** The portal from nothing (database, migrations, demonstration), then from its data; packages and site are there already. */
export const start = async (): Promise<Figure[]> => {
  const folder = temporaryData('bench-start-')
  const port = await freePort()
  const time = async (): Promise<number> => {
    const portal = await startPortal(folder, port)
    await portal.stop()
    return portal.readyMilliseconds / 1000
  }
  try {
    const first = await time()
    progress(`first start: ${rounded(first, 1)} s`)
    const next: number[] = []
    for (let round = 0; round < again; round++) next.push(await time())
    const common = { unit: 's until /health answers 200', sense: 'max', required: true } as const
    return [
      { figure: 'first_start', value: rounded(first, 2), bar: 30, ...common },
      {
        figure: 'next_start',
        value: rounded(Math.min(...next), 2),
        bar: 2,
        ...common,
        detail: { bestOf: again, all: next.map((value) => rounded(value, 2)) },
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
