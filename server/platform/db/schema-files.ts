import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'

const database = new URL('../../../database/', import.meta.url)

/** Domains in the order in which their tables and routines are made: each names only those before it, or adds to them from its own file. */
export const schemaDomains: readonly string[] = [
  'platform',
  'activity',
  'companies',
  'access',
  'identity',
  'imports',
  'notifications',
  'catalog',
  'shop',
  'subscriptions',
  'services',
  'orders',
  'search',
]

export interface SqlFile {
  /** Its path in database/. */
  readonly name: string
  readonly sql: string
}

export interface Migration extends SqlFile {
  readonly sha256: string
}

/** Name of the baseline in the ledger; migrations that follow have higher numbers. */
export const baselineName = '0033_baseline'

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const readSql = async (name: string): Promise<SqlFile> => ({ name, sql: await readFile(new URL(name, database), 'utf8') })

const namesIn = async (folder: string): Promise<string[]> => (await readdir(new URL(folder, database)).catch(() => [])).sort()

const filesIn = async (folder: string): Promise<SqlFile[]> =>
  Promise.all((await namesIn(folder)).filter((name) => name.endsWith('.sql')).map((name) => readSql(`${folder}/${name}`)))

/** @throws Error when a name is no domain's: it would have no place. */
const inDomainOrder = (names: readonly string[]): string[] => {
  const rank = (name: string) => {
    const found = schemaDomains.indexOf(name.replace(/\.sql$/, ''))
    if (found < 0) throw new Error(`database: ${name} is named after no domain of schemaDomains`)
    return found
  }
  return names.toSorted((a, b) => rank(a) - rank(b))
}

/** The tables before the first release, one file per domain, as one migration. */
const readBaseline = async (): Promise<Migration> => {
  const parts = await Promise.all(inDomainOrder(await namesIn('baseline')).map((name) => readSql(`baseline/${name}`)))
  const sql = parts.map((part) => part.sql).join('\n')
  return { name: baselineName, sql, sha256: sumOf(sql) }
}

/** What makes the tables, in order: the baseline, then the migrations since. */
export const readMigrations = async (): Promise<Migration[]> => {
  const later = (await filesIn('migrations')).map(({ name, sql }) => ({ name: name.slice('migrations/'.length), sql, sha256: sumOf(sql) }))
  return [await readBaseline(), ...later]
}

export interface Routines {
  /** Of all of them: another one runs all of them again. */
  readonly sha256: string
  readonly cleanSlate: SqlFile
  /** What columns compute with and what the others count on: run before the tables are made. */
  readonly first: readonly SqlFile[]
  readonly rest: readonly SqlFile[]
}

/** Functions, triggers, views, policies and grants. */
export const readRoutines = async (): Promise<Routines> => {
  const cleanSlate = await readSql('clean_slate.sql')
  const first = await filesIn('routines/first')
  const folders = inDomainOrder((await namesIn('routines')).filter((name) => name !== 'first'))
  const rest = (await Promise.all(folders.map((folder) => filesIn(`routines/${folder}`)))).flat()
  return { cleanSlate, first, rest, sha256: sumOf([cleanSlate, ...first, ...rest].map(({ name, sql }) => `${name}\n${sql}`).join('\n')) }
}

/** What brings a database of the migrations before the baseline to it. */
export const readAdoption = async (): Promise<SqlFile> => readSql('adoption.sql')
