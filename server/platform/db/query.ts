import { createHash } from 'node:crypto'
import { type CompiledQuery, DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.gen.ts'

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (day: string) => day)

/** The query compiler. It runs nothing: queries are run by a context's `read` or by a transaction. */
export const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** Anything that compiles to SQL: a Kysely builder, or `sql\`…\`.$castTo<T>()` wrapped by `raw`. */
export interface Query<O = unknown> {
  compile(): CompiledQuery<O>
}
export type RowsOf<Q> = Q extends Query<infer O> ? O[] : never

interface RawBuilderLike<O> {
  compile(executor: typeof db): CompiledQuery<O>
}

/** Makes a query of a raw `sql` fragment. */
export const raw = <O>(builder: RawBuilderLike<O>): Query<O> => ({ compile: () => builder.compile(db) })

/** A transaction in which statements follow one another. */
export interface Transaction {
  readonly now: Date
  all<O>(query: Query<O>): Promise<O[]>
  /** The first row, if any. */
  first<O>(query: Query<O>): Promise<O | undefined>
  /** How many rows were touched. */
  run(query: Query): Promise<number>
}

const names = new Map<string, string>()
const statementName = (text: string): string => {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha1').update(text).digest('base64url').slice(0, 20)
  // Filters compose, so the number of texts is bounded but not small: forget all rather than grow for ever.
  if (names.size > 5000) names.clear()
  names.set(text, name)
  return name
}

/** The statement as `pg` wants it: named, so that PostgreSQL parses and plans it once per connection. */
export const toStatement = (query: Query): pg.QueryConfig => {
  const { sql, parameters } = query.compile()
  return { name: statementName(sql), text: sql, values: parameters as unknown[] }
}

/** Statements over a client that is already inside a transaction. */
export const transactionOn = (client: pg.ClientBase, now: Date): Transaction => ({
  now,
  all: async <O>(query: Query<O>) => (await client.query(toStatement(query))).rows as O[],
  first: async <O>(query: Query<O>) => (await client.query(toStatement(query))).rows[0] as O | undefined,
  run: async (query) => (await client.query(toStatement(query))).rowCount ?? 0,
})
