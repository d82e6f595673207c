import pg from 'pg'
import type { Universe } from '#api/universes'
import { newId } from '../../../server/platform/ids.ts'
import { hashToken, newToken } from '../../../server/platform/secrets/tokens.ts'

/** Somebody signed in, in one of their universes. */
export interface Caller {
  readonly universe: Universe
  readonly token: string
  readonly userId: string
  readonly login: string
  readonly companyId: string
  readonly company: string
}

const day = 86_400_000

/**
 * Signs people in without the sign-in page: administrators of a carrier, of partners with many clients and of clients with many contacts,
 * `each` of every universe.
 */
export const signedInCallers = async (ownerUrl: string, each: number): Promise<Caller[]> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`delete from sessions where user_agent = 'bench'`)
    const callers: Caller[] = []
    for (const universe of ['carrier', 'ambassador', 'operator', 'client'] as const) {
      const { rows } = await client.query(
        `with chosen as (
           select c.id, c.reference, c.operator_id from companies c
           where c.universes @> array[$1] and c.state = 'active' and ($1 <> 'client' or exists (
             select from contacts k where k.company_id = c.id and k.job_title = 'bench'))
           order by c.number limit $2
         )
         select u.id as user_id, u.login, s.id as company_id, s.reference, s.operator_id is not null and s.operator_id <> s.id as end_client
         from chosen s cross join lateral (
           select id, login from users where company_id = s.id and state = 'active' and is_administrator order by login_number limit 1) u`,
        [universe, each],
      )
      for (const row of rows) {
        const token = `${universe === 'client' && row.end_client ? 'e' : 'c'}${newToken()}`
        const now = Date.now()
        await client.query(
          `insert into sessions (id, token_hash, user_id, stage, created_at, last_seen_at, expires_at, ip, user_agent)
           values ($1, $2, $3, 'complete', $4, $4, $5, '192.0.2.1', 'bench')`,
          [newId(), hashToken(token), row.user_id, new Date(now), new Date(now + day)],
        )
        callers.push({ universe, token, userId: row.user_id, login: row.login, companyId: row.company_id, company: row.reference })
      }
    }
    return callers
  } finally {
    await client.end()
  }
}
