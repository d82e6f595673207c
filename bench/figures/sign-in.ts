import { join } from 'node:path'
import pg from 'pg'
import { demoPassword } from '../../database/demo/demo-password.ts'
import { type Figure, median, percentile, rounded } from '../figure.ts'
import { runChild, startChild, stopChildren } from '../rig/child.ts'
import { preparedDatabase } from '../rig/database.ts'
import { signedInCallers } from '../rig/load/callers.ts'
import type { StormAnswer, StormTask } from '../rig/load/sign-in-storm.ts'
import type { PortalTask } from '../rig/portal-process.ts'
import { benchFolder, benchSecret } from '../rig/prepared.ts'
import { progress } from '../rig/progress.ts'
import type { StreamTask } from '../rig/stream.ts'

const rounds = 5
const seconds = 5
const listsPerSecond = 50
const people = 8

const loginsOf = async (ownerUrl: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query(
    "select login from users where state = 'active' and is_administrator order by login_number desc limit 4000",
  )
  await client.end()
  return rows.map((row) => row.login)
}

/** Sign-ins hash with argon2id, on purpose slow: everybody else's pages must not wait for them. */
export const signIn = async (): Promise<Figure[]> => {
  const { server, urls } = await preparedDatabase()
  try {
    const callers = await signedInCallers(urls.owner, 4)
    const logins = await loginsOf(urls.owner)
    const portal = await startChild<number>('./portal-process.ts', {
      urls,
      dataDir: join(benchFolder, 'data'),
      secret: benchSecret,
    } satisfies PortalTask)
    const requests = callers.map(({ universe, token, company }) => ({
      token,
      path: universe === 'client' ? `/api/client/companies/${company}/users` : `/api/${universe}/companies`,
    }))
    const lists = (duration = seconds) =>
      runChild<number[]>('./stream.ts', {
        port: portal.answer,
        requests,
        perSecond: listsPerSecond,
        seconds: duration,
      } satisfies StreamTask)
    const storm = (concurrency: number, duration = seconds + 1) =>
      runChild<StormAnswer>('./load/sign-in-storm.ts', {
        port: portal.answer,
        logins,
        password: demoPassword,
        concurrency,
        seconds: duration,
      } satisfies StormTask)

    await Promise.all([lists(2), storm(2, 2)])
    const alone: number[] = []
    const under: number[] = []
    const rates: number[] = []
    for (let round = 0; round < rounds; round++) {
      alone.push(percentile(await lists(), 0.95))
      const [waits, answer] = await Promise.all([lists(), storm(people)])
      if (Object.keys(answer.refused).length > 0) throw new Error(`Sign-ins were refused: ${JSON.stringify(answer.refused)}`)
      under.push(percentile(waits, 0.95))
      rates.push(answer.perSecond)
      progress(
        `sign-in ${round + 1}/${rounds}: list p95 ${rounded(alone.at(-1) ?? 0, 1)} ms alone, ${rounded(under.at(-1) ?? 0, 1)} ms under ${Math.round(answer.perSecond)} sign-ins/s`,
      )
    }
    return [
      {
        figure: 'list_under_sign_ins',
        value: rounded(median(under) / median(alone), 2),
        unit: 'p95 of lists while people sign in ÷ p95 alone',
        bar: 3,
        sense: 'max',
        required: true,
        detail: { listsPerSecond, people, p95Alone: rounded(median(alone), 1), p95Under: rounded(median(under), 1) },
      },
      { figure: 'sign_ins', value: rounded(median(rates), 1), unit: 'sign-ins/s (argon2id)', bar: 10, sense: 'min', required: false },
    ]
  } finally {
    await stopChildren()
    await server.stop()
  }
}
