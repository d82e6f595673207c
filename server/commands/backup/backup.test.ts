import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { loadDemonstration } from '../../../database/demo/load-demonstration.ts'
import { travellingClock } from '../../platform/clock.ts'
import { raw } from '../../platform/db/query.ts'
import { workerTransactions } from '../../platform/db/worker-transactions.ts'
import { newId } from '../../platform/ids.ts'
import { defineJob } from '../../platform/jobs/define-job.ts'
import { drainJobs } from '../../platform/jobs/start-jobs.ts'
import { silentLogger } from '../../platform/logger.ts'
import { createSecretBox } from '../../platform/secrets/secret-box.ts'
import { makeAsBeforeBaseline } from '../../testing/before-baseline.ts'
import { testDatabase } from '../../testing/test-database.ts'
import type { TestDatabase } from '../../testing/test-server.ts'
import { templateDatabase, testSecret } from '../../testing/test-template.ts'
import { type Installed, makeBackup } from './make-backup.ts'
import { checkArchive, restoreBackup } from './restore-backup.ts'

const clock = travellingClock('2026-11-21T09:00:00Z')
const keys = [testSecret] as [string, ...string[]]
const otherKeys = ['another secret, of at least 32 characters too'] as [string, ...string[]]
const awkward = 'tab\t newline\n return\r back\\slash \\N \\. quote\' "é€😀" \u2028 end'

let folder: string
let source: TestDatabase
let target: TestDatabase
let client: pg.Client
let archive: string
const home = (name: string) => join(folder, name)

const installedAt = (database: TestDatabase, name: string): Installed => ({
  adminUrl: database.urls.owner,
  clock,
  configuration: { secretKeys: keys, dataDir: home(name) },
})
const connect = async (database: TestDatabase) => {
  const made = new pg.Client({ connectionString: database.urls.owner })
  await made.connect()
  return made
}
const restore = async (database: TestDatabase, name: string, options: { force?: boolean; resume?: boolean; from?: string } = {}) => {
  const path = options.from ?? archive
  const manifest = await checkArchive(path, keys)
  await restoreBackup(installedAt(database, name), path, manifest, {
    force: options.force ?? false,
    resume: options.resume ?? false,
    prefix: templateDatabase,
  })
}

const seededMail = async (state: string, at = clock.now()) => {
  const id = newId()
  await client.query(
    `insert into mails (id, message_id, to_address, template, language, subject, parameters, state, sender, created_at, updated_at)
     values ($1, $2, 'a@test.example', 'x', 'fr', $3, $4, $5, 'worker-1', $6, $6)`,
    [id, `<${id}@test>`, awkward, createSecretBox(keys).seal('{}', `mails.parameters:${id}`), state, at],
  )
  if (state === 'queued') await client.query(`select app.add_job('send-mail', json_build_object('mailId', $1::text), 'mail:' || $1)`, [id])
  return id
}

let queued: string
let sending: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'))
  source = await testDatabase()
  target = await testDatabase()
  await loadDemonstration({ ownerUrl: source.urls.owner, secretKeys: keys, now: clock.now(), companies: 40 })
  client = await connect(source)
  await client.query("select set_config('app.now', $1, false)", [clock.now().toISOString()])
  const { rows } = await client.query<{ id: string; company_id: string }>(`select id, company_id from users where login = 'E-000000004'`)
  const user = rows[0]
  await client.query('update companies set comment = $1 where id = $2', [awkward, user?.company_id])
  await client.query(
    `insert into sessions (id, token_hash, user_id, stage, created_at, last_seen_at, expires_at, step_up_until)
     values ($1, '\\x00ff09', $2, 'complete', $3, $3, $3, $3)`,
    [newId(), user?.id, clock.now()],
  )
  await client.query(
    `insert into files (id, company_id, kind, name, media_type, size, sha256, storage_key, created_at)
     values ($1, $2, 'mandate', 'a.pdf', 'application/pdf', 3, '\\x01', 'mandate/2026-11/one', $3), ($4, $2, 'mandate', 'b.pdf', 'application/pdf', 3, '\\x01', 'mandate/2026-11/lost', $3)`,
    [newId(), user?.company_id, clock.now(), newId()],
  )
  for (const [token, kind, usedAt] of [
    ['\\x01aa', 'initialisation', null],
    ['\\x02aa', 'forgotten', null],
    ['\\x03aa', 'forgotten', new Date(clock.now().getTime() - 60_000)],
  ])
    await client.query(
      `insert into password_links (token_hash, user_id, kind, created_at, expires_at, used_at) values ($1, $2, $3, $4, $5, $6)`,
      [token, user?.id, kind, clock.now(), new Date(clock.now().getTime() + 86_400_000), usedAt],
    )
  queued = await seededMail('queued')
  sending = await seededMail('sending')
  await seededMail('sent')
  await client.query(
    `select graphile_worker.add_job('test.later', '{"n": 1}', 'a queue', now() + interval '1 hour', 7, 'a key', 3, array['a_flag'])`,
  )
  await client.query(
    `update graphile_worker._private_jobs set attempts = 2, last_error = $1, locked_by = 'w', locked_at = now() where key = 'a key'`,
    [awkward],
  )
  await client.query("select nextval('import_number_seq'), nextval('import_number_seq')")
  await mkdir(home('from/files/mandate/2026-11'), { recursive: true })
  await mkdir(home('from/files/arriving'), { recursive: true })
  await writeFile(home('from/files/mandate/2026-11/one'), Buffer.from([0, 255, 10]))
  await writeFile(home('from/files/mandate/2026-11/empty'), '')
  await writeFile(home('from/files/arriving/half'), 'no')
  archive = home('first.tar')
})
afterAll(async () => {
  await client.end()
  await source.drop()
  await target.drop()
  await rm(folder, { recursive: true, force: true })
})

const tablesOf = async (database: pg.Client) =>
  (
    await database.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all ('{installation,migrations}') order by 1`,
    )
  ).rows.map((row) => row.name)
const rowsOf = async (database: pg.Client, table: string, columns = 't.*') =>
  (
    await database.query<{ line: string }>(`select to_jsonb(r)::text as line from (select ${columns} from ${table} t) r order by 1`)
  ).rows.map((row) => row.line)

describe('a backup', () => {
  it('is one archive that any tar reads, for its owner only, and says which files are missing', async () => {
    const told: string[] = []
    const made = await makeBackup(installedAt(source, 'from'), archive, '1.2.3', (table, rows) => told.push(`${table} ${rows}`))
    expect(made).toMatchObject({ count: 2, bytes: 3, missing: 1 })
    expect(told).toContain('companies 40')
    const { rows: jobs } = await client.query('select count(*)::int as waiting from graphile_worker._private_jobs')
    expect(jobs[0].waiting).toBeGreaterThan(1)
    expect(told).toContain(`jobs ${jobs[0].waiting}`)
    expect((await stat(archive)).mode & 0o777).toBe(0o600)
    const listed = execFileSync('tar', ['tf', archive], { encoding: 'utf8' }).split('\n')
    expect(listed).toContain('files/mandate/2026-11/one')
    expect(listed).not.toContain('files/arriving/half')
    const companies = execFileSync('sh', ['-c', `tar xOf "${archive}" tables/companies/000001.gz | gunzip`], { encoding: 'utf8' })
    expect(companies.trim().split('\n')).toHaveLength(40)
    expect(await readdir(folder)).not.toContain('first.tar.part')
    await expect(makeBackup(installedAt(source, 'from'), home('nowhere/x.tar'), '1', () => undefined)).rejects.toThrow('ENOENT')
  })

  it('refuses a key that does not open what the database holds', async () => {
    const installed = { ...installedAt(source, 'from'), configuration: { secretKeys: otherKeys, dataDir: home('from') } }
    await expect(makeBackup(installed, home('other.tar'), '1')).rejects.toThrow('SECRET_KEY')
    expect(await readdir(folder)).not.toContain('other.tar.part')
  })

  it('comes back row by row in a fresh database, with sequences, files and roles', async () => {
    await mkdir(home('to'), { recursive: true })
    await restore(target, 'to')
    const restored = await connect(target)
    try {
      const tables = await tablesOf(client)
      expect(await tablesOf(restored)).toEqual(tables)
      expect(tables.length).toBeGreaterThan(40)
      for (const table of tables.filter((name) => !['sessions', 'mails', 'periodic_jobs', 'password_links'].includes(name)))
        expect(await rowsOf(restored, table), table).toEqual(await rowsOf(client, table))
      const link = 'token_hash, user_id, kind, created_at, expires_at'
      expect(await rowsOf(restored, 'password_links', link)).toEqual(await rowsOf(client, 'password_links', link))
      const mail = 'id, message_id, subject, parameters, created_at, company_id'
      expect(await rowsOf(restored, 'mails', mail)).toEqual(await rowsOf(client, 'mails', mail))
      const sequences = `select sequencename, last_value from pg_sequences where schemaname = 'public' order by 1`
      expect((await restored.query(sequences)).rows).toEqual((await client.query(sequences)).rows)
      const shape = `select conrelid::regclass::text as t, conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`
      expect((await restored.query(shape)).rows).toEqual((await client.query(shape)).rows)
      expect((await restored.query(`select from pg_trigger where tgenabled <> 'O'`)).rowCount).toBe(0)
      expect((await restored.query('select name from migrations')).rows).toEqual((await client.query('select name from migrations')).rows)
    } finally {
      await restored.end()
    }
    expect([...(await readFile(home('to/files/mandate/2026-11/one')))]).toEqual([0, 255, 10])
    expect(await readdir(home('to'))).toEqual(['files'])
    const worker = new pg.Client({ connectionString: target.urls.worker })
    await worker.connect()
    expect((await worker.query('select count(*)::int as n from companies')).rows[0].n).toBe(40)
    await worker.end()
  })

  it('signs nobody in again, and sends no mail that may have left', async () => {
    const restored = await connect(target)
    try {
      expect((await restored.query('select from sessions where revoked_at is null')).rowCount).toBe(0)
      // Whoever kept an old mail chooses nobody's password: the link may have been used, or taken back, since.
      expect((await restored.query('select from password_links where used_at is null')).rowCount).toBe(0)
      const { rows } = await restored.query('select id, state, last_error from mails where state <> $1 order by id', ['sent'])
      expect(rows).toEqual([
        { id: queued, state: 'uncertain', last_error: 'restored' },
        { id: sending, state: 'uncertain', last_error: 'restored' },
      ])
      const jobs = await restored.query(
        `select t.identifier, q.queue_name, j.key, j.attempts, j.max_attempts, j.priority, j.flags, j.last_error, j.locked_by, j.run_at > now() as later, j.payload
         from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
         where t.identifier = 'test.later'`,
      )
      expect(jobs.rows).toEqual([
        {
          identifier: 'test.later',
          queue_name: 'a queue',
          key: 'a key',
          attempts: 1,
          max_attempts: 7,
          priority: 3,
          flags: { a_flag: true, restored: true },
          last_error: awkward,
          locked_by: null,
          later: true,
          payload: { n: 1 },
        },
      ])
    } finally {
      await restored.end()
    }
  })

  it('does again the jobs that waited, and keeps the mails they write for staff to send', async () => {
    const restored = await connect(target)
    const pool = new pg.Pool({ connectionString: target.urls.worker, max: 2 })
    const inTransaction = workerTransactions(pool, clock)
    const [held, free] = [newId(), newId()]
    const enqueue = (id: string) =>
      raw(
        sql`select app.enqueue_mail(${id}, ${`<${id}>`}, null, null, 'b@test.example', null, 'x', 'fr', 's', '\\x00', null, null, ${clock.now()})`,
      )
    const second = defineJob('test.second', z.object({ id: z.string() }))
    const first = defineJob('test.first', z.object({ id: z.string() }))
    const written: string[] = []
    const jobs = [
      first.handledBy(({ id }) => inTransaction((tx) => second.enqueue(tx, { id }))),
      // What a mail enqueues for its sender.
      defineJob('send-mail', z.looseObject({})).handledBy(async () => undefined),
      second.handledBy(({ id }) =>
        inTransaction(async (tx) => {
          await tx.run(enqueue(id))
          written.push(id)
        }),
      ),
    ]
    try {
      await restored.query(`select graphile_worker.add_job('test.first', $1::json, flags => array['restored'])`, [
        JSON.stringify({ id: held }),
      ])
      await restored.query(`select graphile_worker.add_job('test.first', $1::json)`, [JSON.stringify({ id: free })])
      await drainJobs({ workerUrl: target.urls.worker, jobs, logger: silentLogger() })
      expect(written.sort()).toEqual([held, free].sort())
      const { rows } = await restored.query('select id, state, last_error from mails where id = any ($1) order by state', [[held, free]])
      expect(rows).toEqual([
        { id: free, state: 'queued', last_error: null },
        { id: held, state: 'uncertain', last_error: 'restored' },
      ])
      expect((await restored.query('select app.resend_mail($1, $2) as done', [held, clock.now()])).rows).toEqual([{ done: true }])
    } finally {
      await pool.end()
      await restored.end()
    }
  })

  it('refuses a database in use or not empty, and replaces it when forced; waiting mails leave when asked', async () => {
    await expect(restore(target, 'to')).rejects.toThrow('--force')
    const portal = new pg.Client({ connectionString: target.urls.identity })
    await portal.connect()
    await expect(restore(target, 'to', { force: true })).rejects.toThrow(/travaille|works/)
    await portal.end()
    await writeFile(home('to/files/later'), 'x')
    await restore(target, 'to', { force: true, resume: true })
    const restored = await connect(target)
    try {
      const { rows } = await restored.query(`select state from mails where id = any ($1) order by id`, [[queued, sending]])
      expect(rows).toEqual([{ state: 'queued' }, { state: 'uncertain' }])
      const links = await restored.query(
        `select kind from password_links where token_hash = any ('{"\\\\x01aa","\\\\x02aa","\\\\x03aa"}') and used_at is null order by 1`,
      )
      expect(links.rows).toEqual([{ kind: 'forgotten' }, { kind: 'initialisation' }])
      const waiting = await restored.query(`select key from graphile_worker._private_jobs where key = $1 and flags is null`, [
        `mail:${queued}`,
      ])
      expect(waiting.rowCount).toBe(1)
    } finally {
      await restored.end()
    }
    expect(await readdir(home('to/files'))).toEqual(['mandate'])
  })

  it('is checked to its last byte before anything is touched', async () => {
    const bytes = await readFile(archive)
    const spoiled = home('spoiled.tar')
    for (const size of [0, 10, 5_000, bytes.length - 2_000, bytes.length - 1_025]) {
      await writeFile(spoiled, bytes)
      await truncate(spoiled, size)
      await expect(checkArchive(spoiled, keys), `${size}`).rejects.toThrow(/incomplet|incomplete/)
    }
    // What fills a block up after a file's end is nobody's.
    const middle = bytes.findIndex((byte, position) => position >= bytes.length / 2 && byte !== 0)
    for (const position of [600, middle, bytes.lastIndexOf('"isCalled"')]) {
      await writeFile(spoiled, bytes)
      const file = await open(spoiled, 'r+')
      await file.write(Buffer.from([(bytes[position] ?? 0) ^ 1]), 0, 1, position)
      await file.close()
      await expect(checkArchive(spoiled, keys), `${position}`).rejects.toThrow(/incomplet|incomplete/)
    }
    await expect(checkArchive(archive, otherKeys)).rejects.toThrow('SECRET_KEY')
    await expect(checkArchive(archive, [otherKeys[0], ...keys])).resolves.toMatchObject({ product: '1.2.3' })
    await expect(checkArchive(home('nothing.tar'), keys)).rejects.toThrow('nothing.tar')
  })

  const backUpBefore = async (path: string, count: number) => {
    const old = await testDatabase()
    const owner = await connect(old)
    try {
      await makeAsBeforeBaseline(owner, old.urls.owner, count)
      await owner.query("select set_config('app.now', $1, false)", [clock.now().toISOString()])
      await owner.query(`insert into companies (id, universes, name) values (gen_random_uuid(), '{client}', $1)`, [awkward])
      const ledger = 'select name, sha256 from migrations order by name'
      const { rows } = await owner.query(ledger)
      await makeBackup(installedAt(old, 'from'), path, '0.0.9')
      // Nothing was migrated by the way.
      expect((await owner.query(ledger)).rows).toEqual(rows)
    } finally {
      await owner.end()
      await old.drop()
    }
  }

  it('of an earlier version is restored by this one, which refuses one of a later version', async () => {
    const path = home('old.tar')
    await backUpBefore(path, 33)
    await restore(target, 'to', { force: true, from: path })
    const restored = await connect(target)
    try {
      expect((await restored.query('select name from companies')).rows).toEqual([{ name: awkward }])
      const all = 'select name, sha256 from migrations order by name'
      expect((await restored.query(all)).rows).toEqual((await client.query(all)).rows)
      await restored.query(`insert into migrations (name, sha256) values ('9999_later.sql', 'x')`)
      await makeBackup(installedAt(target, 'to'), home('later.tar'), '9.0.0')
    } finally {
      await restored.end()
    }
    await expect(checkArchive(home('later.tar'), keys)).rejects.toThrow('9.0.0')
  })

  it('of a version before the last migrations that the baseline replaced is refused, and told which commit to pass by', async () => {
    await backUpBefore(home('older.tar'), 20)
    await expect(checkArchive(home('older.tar'), keys)).rejects.toThrow('9f7044d')
  })

  it('leaves no half of itself when it breaks off', async () => {
    const manifest = await checkArchive(archive, keys)
    const wrong = {
      ...manifest,
      tables: manifest.tables.map((table) => (table.name === 'users' ? { ...table, rows: table.rows + 1 } : table)),
    }
    const options = { force: true, resume: false, prefix: templateDatabase }
    await expect(restoreBackup(installedAt(target, 'to'), archive, wrong, options)).rejects.toThrow('users')
    const restored = await connect(target)
    expect((await restored.query('select from companies')).rowCount).toBe(0)
    await restored.end()
    expect(await readdir(home('to'))).toEqual(['files'])
    await restore(target, 'to')
    // Two databases made and filled: longer than most on a busy machine.
  }, 60_000)
})
