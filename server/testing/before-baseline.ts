import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import type pg from 'pg'
import { dropPortal } from '../platform/backup/load-database.ts'
import { roleNames } from '../platform/db/roles.ts'
import { installJobs } from '../platform/jobs/install-jobs.ts'
import { templateDatabase } from './test-template.ts'

const fixture = new URL('../../database/testing/migrations-before-the-baseline.json.gz', import.meta.url)

/** Empties the database and makes it as the version before the baseline did, with the first `count` of its 33 migrations. */
export const makeAsBeforeBaseline = async (client: pg.Client, ownerUrl: string, count = 33): Promise<void> => {
  const files: { name: string; sql: string }[] = JSON.parse(gunzipSync(await readFile(fixture)).toString())
  const roles = roleNames(templateDatabase)
  await dropPortal(client)
  await client.query(`
    create table installation (single boolean primary key default true check (single), prefix text not null);
    insert into installation (prefix) values ('${templateDatabase}');
    create table migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
  for (const { name, sql } of files.slice(0, count)) {
    await client.query(sql.replaceAll(/\{\{(\w+)\}\}/g, (_, role: keyof typeof roles) => roles[role]))
    await client.query(`insert into migrations values ($1, encode(sha256(convert_to($2, 'UTF8')), 'hex'))`, [name, sql])
  }
  await installJobs(ownerUrl, roles.worker)
}
