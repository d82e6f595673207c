import { Logger as QueueLogger, runMigrations } from 'graphile-worker'
import pg from 'pg'

const silent = new QueueLogger(() => () => undefined)

/**
 * Installs or upgrades the queue's own schema as the owner and opens it to the worker's login. Universes never get rights there: they
 * enqueue through `app.add_job`. Run again it changes nothing.
 */
export const installJobs = async (ownerUrl: string, workerRole: string): Promise<void> => {
  await runMigrations({ connectionString: ownerUrl, logger: silent })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const worker = pg.escapeIdentifier(workerRole)
  try {
    await client.query('begin')
    await client.query(`
      revoke all on schema graphile_worker from public;
      grant usage on schema graphile_worker to ${worker};
      grant select, insert, update, delete on all tables in schema graphile_worker to ${worker};
      grant usage, select on all sequences in schema graphile_worker to ${worker};
      grant execute on all functions in schema graphile_worker to ${worker};
    `)
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c
       where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity
         and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'worker')`,
    )
    for (const { name } of rows) {
      await client.query(`create policy worker on graphile_worker.${pg.escapeIdentifier(name)} to ${worker} using (true) with check (true)`)
    }
    await client.query('commit')
  } finally {
    await client.end()
  }
}
