import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const inModules = (...path: string[]) => join(root, 'node_modules', ...path)

interface Check {
  readonly name: string
  readonly command: readonly string[]
}

/** Writes the messages' modules too, which the others read: runs first. */
const messages: Check = { name: 'messages in both languages', command: [process.execPath, join(root, 'scripts', 'messages.ts'), '--check'] }

const checks: readonly Check[] = [
  { name: 'style (biome)', command: [inModules('.bin', 'biome'), 'check', '--diagnostic-level=warn', '--colors=off'] },
  { name: 'types of the server (tsc)', command: [process.execPath, inModules('typescript', 'bin', 'tsc'), '-p', '.'] },
  { name: 'types of the site (tsc)', command: [process.execPath, inModules('typescript', 'bin', 'tsc'), '-p', 'web'] },
  { name: 'types of the journeys (tsc)', command: [process.execPath, inModules('typescript', 'bin', 'tsc'), '-p', 'e2e'] },
  { name: 'nothing that nobody imports (knip)', command: [inModules('.bin', 'knip'), '--no-progress'] },
  { name: 'OpenAPI document (redocly)', command: [process.execPath, join(root, 'scripts', 'openapi.ts'), '--check'] },
  {
    name: 'architecture',
    command: [
      process.execPath,
      inModules('vitest', 'vitest.mjs'),
      'run',
      '--project',
      'pure',
      'server/testing/architecture.test.ts',
      '--reporter=dot',
    ],
  },
]

const run = ({ name, command: [program = '', ...args] }: Check): Promise<boolean> =>
  new Promise((done) => {
    const startedAt = performance.now()
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', (error) => (output += error.message))
    child.on('close', (code) => {
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
      if (code !== 0) console.log(`${output.trim()}\n`)
      done(code === 0)
    })
  })

/** Every check that needs no database and no browser, side by side. */
export const runChecks = async (): Promise<{ passed: number; failed: number }> => {
  const results = [await run(messages), ...(await Promise.all(checks.map(run)))]
  const passed = results.filter((result) => result).length
  return { passed, failed: results.length - passed }
}
