import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../testing/test-database.ts'
import type { TestDatabase } from '../../testing/test-server.ts'
import { newId } from '../ids.ts'
import { rotateSecrets } from './rotate-secrets.ts'
import { createSecretBox } from './secret-box.ts'

describe('rotation of SECRET_KEY', () => {
  let database: TestDatabase
  let pool: pg.Pool
  beforeAll(async () => {
    database = await testDatabase()
    pool = new pg.Pool({ connectionString: database.urls.owner, max: 2 })
    await pool.query('create table vault (id uuid primary key, content bytea)')
  })
  afterAll(async () => {
    await pool.end()
    await database.drop()
  })

  it('seals every old value again, over several batches, once', async () => {
    const column = { table: 'vault', column: 'content', context: (id: string) => `vault.content:${id}` }
    const old = createSecretBox(['old key'])
    const ids = Array.from({ length: 7 }, newId)
    for (const id of ids) await pool.query('insert into vault values ($1, $2)', [id, old.seal(`secret of ${id}`, column.context(id))])
    await pool.query('insert into vault values ($1, null)', [newId()])
    const both = createSecretBox(['new key', 'old key'])
    expect(await rotateSecrets(pool, both, [column], 3)).toBe(7)
    expect(await rotateSecrets(pool, both, [column], 3)).toBe(0)
    const alone = createSecretBox(['new key'])
    for (const id of ids) {
      const { rows } = await pool.query('select content from vault where id = $1', [id])
      expect(alone.open(rows[0].content, column.context(id))).toBe(`secret of ${id}`)
    }
  })
})
