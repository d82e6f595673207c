import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startEmbeddedPostgres } from './embedded.ts'
import { isAlive } from './process-owner.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'myopenip-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const query = async (url: string, text: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}

const keepsRunning = `
  import { startEmbeddedPostgres } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)}
  await startEmbeddedPostgres({ folder: process.argv[1] })
  console.log('started')
  setInterval(() => undefined, 60_000)`

/** Another process that starts the server and is then killed without a chance to stop it. */
const startElsewhere = async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', keepsRunning, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}
const postmasterPid = () => Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])

describe('the embedded database', () => {
  it('starts, stops and finds its data again', async () => {
    const first = await startEmbeddedPostgres({ folder })
    expect(first.isNew).toBe(true)
    await query(first.adminUrl, 'create table kept as select 42 as value')
    await first.stop()
    const again = await startEmbeddedPostgres({ folder })
    expect(again.isNew).toBe(false)
    expect(await query(again.adminUrl, 'select value from kept')).toEqual([{ value: 42 }])
    expect(
      await query(again.adminUrl, "select current_setting('timezone') as zone, current_setting('server_encoding') as encoding"),
    ).toEqual([{ zone: 'UTC', encoding: 'UTF8' }])
    await again.stop()
    expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600)
  })

  it('refuses a folder that another living process runs', async () => {
    const other = await startElsewhere()
    await expect(startEmbeddedPostgres({ folder })).rejects.toThrow(/^DATA_DIR: the process \d+ already uses/)
    other.kill('SIGKILL')
    await once(other, 'close')
    await (await startEmbeddedPostgres({ folder })).stop()
  })

  it('takes over from a killed process that left its server running', async () => {
    const other = await startElsewhere()
    const orphan = postmasterPid()
    other.kill('SIGKILL')
    await once(other, 'close')
    expect(isAlive(orphan)).toBe(true)
    const server = await startEmbeddedPostgres({ folder })
    expect(isAlive(orphan)).toBe(false)
    await server.stop()
  })

  it('recovers after everything was killed, and keeps what was committed', async () => {
    const other = await startElsewhere()
    const port = readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[3]
    const password = readFileSync(join(folder, 'password'), 'utf8').trim()
    await query(`postgresql://postgres:${password}@127.0.0.1:${port}/myopenip`, 'create table kept as select 7 as value')
    process.kill(postmasterPid(), 'SIGKILL')
    other.kill('SIGKILL')
    await once(other, 'close')
    const server = await startEmbeddedPostgres({ folder })
    expect(await query(server.adminUrl, 'select value from kept')).toEqual([{ value: 7 }])
    await server.stop()
  })
})
