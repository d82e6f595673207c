import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runChecks } from './checks.ts'

/** Everything that must hold, and one last line that sums it up. */

const root = join(import.meta.dirname, '..')
const results = join(root, 'test-results')
/** On a build server nothing may be skipped: what could not run did not pass. */
const strict = /^(1|true)$/i.test(process.env.CI ?? '')

interface Tally {
  passed: number
  failed: number
  skipped: number
}

interface UnitReport {
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[]
}

const tallyOfUnits = ({ testResults }: UnitReport): Tally => {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 }
  for (const { status, assertionResults } of testResults) {
    for (const assertion of assertionResults) {
      if (assertion.status === 'passed') tally.passed += 1
      else if (assertion.status === 'failed') tally.failed += 1
      else tally.skipped += 1
    }
    // A file that could not be loaded, or whose set-up failed, has no failing test to show for it.
    if (status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed')) tally.failed += 1
  }
  return tally
}

interface JourneysReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number }
  /** Outside any journey: files that do not load, set-up. */
  readonly errors: readonly unknown[]
}

const tallyOfJourneys = ({ stats, errors }: JourneysReport): Tally => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
  skipped: stats.skipped,
})

/** Runs a test runner that writes a JSON report; without one, or when it exits badly with nothing to show for it, something failed. */
const run = <Report>(name: string, command: (file: string) => readonly string[], read: (report: Report) => Tally): Tally => {
  console.log(`\n— ${name}`)
  const file = join(results, `${name}.json`)
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const { status } = spawnSync(process.execPath, command(file), { cwd: root, stdio: 'inherit', env })
  try {
    const tally = read(JSON.parse(readFileSync(file, 'utf8')))
    return status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const inModules = (...path: string[]) => join(root, 'node_modules', ...path)
const vitest = (file: string) => [
  inModules('vitest', 'vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${file}`,
]
const playwright = () => [inModules('@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json']

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
console.log('— checks')
const checks = await runChecks()
const tallies: Tally[] = [{ ...checks, skipped: 0 }, run('tests', vitest, tallyOfUnits), run('journeys', playwright, tallyOfJourneys)]
const sum = (field: keyof Tally) => tallies.reduce((total, tally) => total + tally[field], 0)
const skipped = strict ? 0 : sum('skipped')
const failed = sum('failed') + (strict ? sum('skipped') : 0)
if (strict && sum('skipped') > 0) console.log(`${sum('skipped')} skipped: counted as failures here (CI is set)`)
console.log(`${sum('passed')} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed > 0 ? 1 : 0
