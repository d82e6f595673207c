import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { hashToken } from '../../server/platform/secrets/tokens.ts'
import type { Plan } from './bare-server.ts'

export const pgbenchProgram = '/usr/bin/pgbench'

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString())
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]::text[]`
  return pg.escapeLiteral(String(value))
}

const withValues = (text: string, values: readonly unknown[]): string =>
  text.replaceAll(/\$(\d+)/g, (_, number: string) => literal(values[Number(number) - 1]))

const scriptOf = (plan: Plan): string => {
  const entry = [hashToken(plan.token), plan.universe, plan.templates, new Date()]
  const statements = [
    'begin read only',
    withValues('select app.enter($1, $2, $3, $4)', entry),
    ...plan.statements.map(({ text, values }) => withValues(text, values)),
    'commit',
  ]
  return ['\\startpipeline', ...statements.map((statement) => `${statement.replaceAll(/\s+/g, ' ')};`), '\\endpipeline', ''].join('\n')
}

/** The same statements sent by PostgreSQL's own load program: what the engine does without Node. Reads per second. */
export const pgbench = async (url: string, plans: readonly Plan[], seconds: number): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const files = plans.flatMap((plan, index) => {
      const file = join(folder, `${index}.sql`)
      writeFileSync(file, scriptOf(plan))
      return ['-f', file]
    })
    const options = ['-n', '-M', 'prepared', '-c', '6', '-j', '1', '-T', String(seconds)]
    const { stdout } = await promisify(execFile)(pgbenchProgram, [...options, ...files, url])
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
