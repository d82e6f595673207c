import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'
import type { DatabaseUrls } from '../../server/platform/db/store.ts'
import { task, tell } from './child.ts'

/** What one URL reads: the arguments of `app.enter` and the statements, as the product sends them. */
export interface Plan {
  readonly url: string
  readonly token: string
  readonly lane: string
  readonly universe: string
  readonly templates: readonly string[] | null
  readonly statements: readonly { readonly name: string; readonly text: string; readonly values: readonly unknown[] }[]
}

export interface BareTask {
  readonly urls: DatabaseUrls
  readonly plans: readonly Plan[]
  /** Seconds of a loop without HTTP instead of a server. */
  readonly loopSeconds?: number
  readonly concurrency?: number
}

/**
 * The least that answers the same lists: `node:http`, `pg` with pipelined connections, the same session check, row security and SQL, and the rows as they
 * come. No framework, no contract, no validation, no error handling, no headers of security.
 */
const { urls, plans, loopSeconds, concurrency = 32 } = await task<BareTask>()

const lanes = new Map<string, pg.Client[]>()
for (const { lane } of plans) {
  if (lanes.has(lane)) continue
  const made = Array.from({ length: 3 }, () => {
    const connectionString = lane === 'carrier' ? urls.staff : urls.customers
    return new pg.Client({ connectionString, pipeline: true } as pg.ClientConfig)
  })
  await Promise.all(made.map((client) => client.connect()))
  lanes.set(lane, made)
}

const byUrl = new Map(plans.map((plan) => [`${plan.token} ${plan.url}`, plan]))
let turn = 0

const read = async (plan: Plan, token: string): Promise<unknown[][]> => {
  const clients = lanes.get(plan.lane) ?? []
  const client = clients[turn++ % clients.length] as pg.Client
  const hash = createHash('sha256').update(token).digest()
  const results = await Promise.all([
    client.query('begin read only'),
    client.query({
      name: 'enter',
      text: 'select app.enter($1, $2, $3, $4) as scope',
      values: [hash, plan.universe, plan.templates, new Date()],
    }),
    ...plan.statements.map((statement) => client.query(statement as pg.QueryConfig)),
    client.query('commit'),
  ])
  return results.slice(2, -1).map((result) => result.rows)
}

if (loopSeconds !== undefined) {
  const deadline = performance.now() + loopSeconds * 1000
  const started = performance.now()
  let done = 0
  const loop = async (first: number) => {
    for (let index = first; performance.now() < deadline; index++) {
      const plan = plans[index % plans.length]
      if (plan) await read(plan, plan.token)
      done++
    }
  }
  await Promise.all(Array.from({ length: concurrency }, (_, index) => loop(index)))
  tell(done / ((performance.now() - started) / 1000))
} else {
  const server = createServer(async (request, response) => {
    const token = request.headers.cookie?.slice('session='.length) ?? ''
    const plan = byUrl.get(`${token} ${request.url}`)
    if (!plan) {
      response.writeHead(404).end()
      return
    }
    const body = JSON.stringify(await read(plan, token))
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body)
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    tell(typeof address === 'object' && address ? address.port : 0)
  })
}
