import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = resolve(import.meta.dirname, '../..')

export const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer()
    probe.on('error', fail).listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new Error('No free port.'))))
    })
  })

/** The npm that runs this, or the machine's. */
export const npmCommand = (): { readonly program: string; readonly args: readonly string[] } => {
  const npm = process.env.npm_execpath
  return npm?.endsWith('.js') ? { program: process.execPath, args: [npm] } : { program: 'npm', args: [] }
}

/** The whole portal by `npm start`. */
export interface RunningPortal {
  readonly url: string
  /** From the launch of the process to the first healthy answer. */
  readonly readyMilliseconds: number
  /** How it ended by itself and its last words; null while it runs. */
  ended(): string | null
  stop(): Promise<void>
}

const healthy = async (url: string, child: ChildProcess, heard: () => string): Promise<void> => {
  const deadline = Date.now() + 180_000
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The portal ended with status ${child.exitCode}: ${heard().slice(-500)}`)
    if (Date.now() > deadline) throw new Error('The portal is not ready after three minutes.')
    const answer = await fetch(`${url}/health`).catch(() => null)
    if (answer?.status === 200) return
    await sleep(10)
  }
}

export const startPortal = async (dataDir: string, port: number, environment: NodeJS.ProcessEnv = {}): Promise<RunningPortal> => {
  const started = performance.now()
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !name.startsWith('npm_')))
  const { program, args } = npmCommand()
  const child = spawn(program, [...args, 'start', '--silent'], {
    cwd: root,
    // A group of its own: npm and the portal are told to stop together.
    detached: true,
    env: { ...inherited, DATA_DIR: dataDir, PORT: String(port), DEMO: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output = `${output}${chunk}`.slice(-4000)
    })
  const url = `http://localhost:${port}`
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    if (child.pid) process.kill(-child.pid, 'SIGTERM')
    await ended
  }
  try {
    await healthy(`http://127.0.0.1:${port}`, child, () => output)
  } catch (error) {
    await stop()
    throw error
  }
  const ended = () =>
    child.exitCode === null && child.signalCode === null ? null : `${child.signalCode ?? `status ${child.exitCode}`} ${output.slice(-500)}`
  return { url, readyMilliseconds: performance.now() - started, ended, stop }
}
