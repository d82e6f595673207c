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

interface Report {
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[]
}

const tallyOf = (file: string, exitedWell: boolean): Tally => {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 }
  try {
    const report: Report = JSON.parse(readFileSync(file, 'utf8'))
    for (const { status, assertionResults } of report.testResults) {
      for (const assertion of assertionResults) {
        if (assertion.status === 'passed') tally.passed += 1
        else if (assertion.status === 'failed') tally.failed += 1
        else tally.skipped += 1
      }
      // A file that could not be loaded, or whose set-up failed, has no failing test to show for it.
      if (status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed')) tally.failed += 1
    }
  } catch {
    tally.failed += 1
  }
  if (!exitedWell && tally.failed === 0) tally.failed += 1
  return tally
}

const runTests = (name: string, projects: readonly string[]): Tally => {
  console.log(`\n— ${name}`)
  const file = join(results, `${name}.json`)
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const args = [vitest, 'run', ...projects.flatMap((project) => ['--project', project]), ...reporters]
  return tallyOf(file, spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0)
}

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
console.log('— checks')
const checks = await runChecks()
const tallies: Tally[] = [{ ...checks, skipped: 0 }, runTests('tests', ['pure', 'server']), runTests('journeys', ['e2e'])]
const sum = (field: keyof Tally) => tallies.reduce((total, tally) => total + tally[field], 0)
const skipped = strict ? 0 : sum('skipped')
const failed = sum('failed') + (strict ? sum('skipped') : 0)
if (strict && sum('skipped') > 0) console.log(`${sum('skipped')} skipped: counted as failures here (CI is set)`)
console.log(`${sum('passed')} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed > 0 ? 1 : 0
