import { availableParallelism, loadavg } from 'node:os'
import { type Figure, meets, rounded } from './figure.ts'
import { progress } from './rig/progress.ts'

/** Each name with what measures it, loaded when it is asked for. */
const measures: Readonly<Record<string, () => Promise<Figure[]>>> = {
  bundle: async () => (await import('./figures/bundle.ts')).bundle(),
  start: async () => (await import('./figures/start.ts')).start(),
  'demo-load': async () => (await import('./figures/demo-load.ts')).demoLoad(),
  search: async () => (await import('./figures/search.ts')).search(),
  'sign-in': async () => (await import('./figures/sign-in.ts')).signIn(),
  notifications: async () => (await import('./figures/notifications.ts')).notifications(),
  dashboard: async () => (await import('./figures/dashboard.ts')).dashboard(),
  'delivery-queue': async () => (await import('./figures/delivery-queue.ts')).deliveryQueue(),
  'queue-page': async () => (await import('./figures/queue-page.ts')).queuePage(),
  contracts: async () => (await import('./figures/contracts.ts')).contractLists(),
  'contracts-ratio': async () => (await import('./figures/contracts-ratio.ts')).contractsRatio(),
  'contracts-export': async () => (await import('./figures/contracts-export.ts')).contractsExport(),
  'list-ratio': async () => (await import('./figures/list-ratio.ts')).listRatio(),
  lighthouse: async () => (await import('./figures/lighthouse.ts')).lighthouse(),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in measures))
if (unknown.length > 0) {
  progress(`Unknown: ${unknown.join(', ')}. Known: ${Object.keys(measures).join(', ')}`)
  process.exit(2)
}

const beganAt = performance.now()
const secondsSince = (start: number) => Math.round((performance.now() - start) / 1000)
let short = 0
for (const [name, measure] of Object.entries(measures)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  progress(`— ${name}`)
  const start = performance.now()
  try {
    const figures = await measure()
    if (figures.length === 0) throw new Error('It measured nothing.')
    for (const figure of figures) {
      const ok = meets(figure)
      if (!ok && figure.required) short++
      // What else ran on the machine, so that a bad figure can be told from a bad moment.
      const machine = { processors: availableParallelism(), loadAverage: rounded(loadavg()[0] ?? 0, 1) }
      process.stdout.write(`${JSON.stringify({ ...figure, detail: { ...figure.detail, ...machine }, ok })}\n`)
    }
  } catch (error) {
    short++
    const failure = error instanceof Error ? error.message : String(error)
    process.stdout.write(`${JSON.stringify({ figure: name, value: null, required: true, ok: false, detail: { failure } })}\n`)
    progress(error instanceof Error ? (error.stack ?? failure) : failure)
  }
  progress(`— ${name}: ${secondsSince(start)} s`)
}
progress(
  `${secondsSince(beganAt)} s in all; ${short === 0 ? 'every required figure reaches its bar' : `${short} required figures fall short`}`,
)
process.exit(short > 0 ? 1 : 0)
