import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../testing/test-database.ts'
import { burst } from './lane.ts'
import { type Query, raw, toStatement } from './query.ts'
import { answersTo, first, found, queriesOf } from './questions.ts'

const numbers = (upTo: number): Query<{ n: number }> => raw(sql<{ n: number }>`select n from generate_series(1, ${upTo}::int) n`)
const textOf = (query: Query) => query.compile().parameters

describe('questions under names', () => {
  const questions = { all: numbers(2), one: first(numbers(3)), hidden: null, there: found(numbers(4)) }

  it('are asked in order, but for those that their reader may not ask', () => {
    expect(queriesOf(questions).map(textOf)).toEqual([[2], [3], [4]])
  })

  it('are answered under the same names: all rows, the first one, null for what was not asked', () => {
    expect(answersTo(questions, [[{ n: 1 }, { n: 2 }], [], [{ n: 1 }]])).toEqual({
      all: [{ n: 1 }, { n: 2 }],
      one: undefined,
      hidden: null,
      there: { n: 1 },
    })
  })

  it('end with not_found when a row that had to be there is not', () => {
    expect(() => answersTo(questions, [[], [{ n: 1 }], []])).toThrow(expect.objectContaining({ code: 'not_found' }))
  })
})

describe('statements sent at once', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>
  let client: pg.Client
  beforeAll(async () => {
    database = await testDatabase()
    client = new pg.Client({ connectionString: database.urls.owner, pipeline: true })
    await client.connect()
  })
  afterAll(async () => {
    await client?.end()
    await database?.drop()
  })

  it('are answered in order', async () => {
    const results = await burst(client, [numbers(1), numbers(2), numbers(1)].map(toStatement))
    expect(results.map(({ rowCount }) => rowCount)).toEqual([1, 2, 1])
  })

  it('throw the first error, once the others have ended, and leave the client usable', async () => {
    await client.query('begin')
    const wrong = raw(sql`select 1 / 0`)
    const later = raw(sql`select 'never planned before' as text`)
    await expect(burst(client, [numbers(1), wrong, later].map(toStatement))).rejects.toThrow('division by zero')
    await client.query('rollback')
    expect((await burst(client, [later].map(toStatement)))[0]?.rows).toEqual([{ text: 'never planned before' }])
  })
})
