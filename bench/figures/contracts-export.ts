import { join } from 'node:path'
import { type Figure, rounded } from '../figure.ts'
import { runChild } from '../rig/child.ts'
import { contractsDatabase } from '../rig/commerce/million-contracts.ts'
import type { ExportMemory, ExportMemoryTask } from '../rig/export-memory.ts'
import { signedInCallers } from '../rig/load/callers.ts'
import { benchFolder, benchSecret } from '../rig/prepared.ts'

const file = '/api/carrier/subscriptions.csv'
/** About ten thousand contracts, a hundred thousand, and all. */
const paths = [`${file}?deliveredFrom=2020-01-01&deliveredTo=2020-02-02`, `${file}?deliveredFrom=2020-01-01&deliveredTo=2020-11-30`, file]

/** An export holds one batch of rows, however many follow and however slowly they are read. Nothing is timed. */
export const contractsExport = async (): Promise<Figure[]> => {
  const { server, urls } = await contractsDatabase()
  try {
    const carrier = (await signedInCallers(urls.owner, 1)).find(({ universe }) => universe === 'carrier')
    if (!carrier) throw new Error('The database of contracts has no carrier.')
    const task = { urls, dataDir: join(benchFolder, 'data'), secret: benchSecret, token: carrier.token, paths }
    const found = await runChild<ExportMemory[]>('./export-memory.ts', task satisfies ExportMemoryTask)
    const megabytes = (bytes: number) => rounded(bytes / 1e6, 1)
    const [few, ...many] = found
    if (!few || many.some(({ lines }) => lines < 9 * few.lines)) throw new Error('The exports are not as long as they should be.')
    return [
      {
        figure: 'contracts_export_memory',
        value: megabytes(Math.max(...many.map(({ live }) => live)) - few.live),
        unit: 'MB that the process uses more while it writes a hundred thousand contracts, then a million, than ten thousand',
        bar: 8,
        sense: 'max',
        required: true,
        detail: Object.fromEntries(
          found.map(({ lines, bytes, seconds, live, resident }) => [
            `${lines} lines`,
            { file: megabytes(bytes), inUse: megabytes(live), resident: megabytes(resident), seconds: rounded(seconds, 1) },
          ]),
        ),
      },
    ]
  } finally {
    await server.stop()
  }
}
