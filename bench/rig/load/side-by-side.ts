import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp } from '../../../server/app.ts'
import { runningClock } from '../../../server/platform/clock.ts'
import { type Query, toStatement } from '../../../server/platform/db/query.ts'
import { type DatabaseUrls, type Entry, Store } from '../../../server/platform/db/store.ts'
import { silentLogger } from '../../../server/platform/logger.ts'
import { createTools } from '../../../server/tools.ts'
import { median, rounded } from '../../figure.ts'
import type { BareTask, Plan } from '../bare-server.ts'
import { runChild, startChild, stopChildren } from '../child.ts'
import { pgbench, pgbenchProgram } from '../pgbench.ts'
import type { PortalTask } from '../portal-process.ts'
import { benchFolder, benchSecret } from '../prepared.ts'
import { progress } from '../progress.ts'
import type { LoadAnswer, LoadTask } from './load.ts'

const rounds = 5
const seconds = 6
const connections = 32

/** A list and who asks for it. */
export interface ListRequest {
  readonly path: string
  readonly token: string
}

/** Notes what the product sends, and sends it. */
class NotingStore extends Store {
  noted: { entry: Entry; statements: Plan['statements'] } | null = null

  override read(entry: Entry, queries: readonly Query[]): ReturnType<Store['read']> {
    this.noted = { entry, statements: queries.map(toStatement) as Plan['statements'] }
    return super.read(entry, queries)
  }
}

/** Asks the product once for each list and keeps the statements; a list that is not a full page would measure something else. */
const plansOf = async (urls: DatabaseUrls, requests: readonly ListRequest[]): Promise<Plan[]> => {
  const store = new NotingStore(urls)
  const configuration = { appUrl: 'http://localhost', secretKeys: [benchSecret] as [string], dataDir: join(benchFolder, 'data') }
  const services = createTools({ configuration, clock: runningClock(), logger: silentLogger() })
  const app = await buildApp({ ...services, store, trustedProxies: [], checkAnswers: false })
  const plans: Plan[] = []
  for (const { path, token } of requests) {
    const answer = await app.inject({ method: 'GET', url: path, headers: { cookie: `session=${token}` } })
    if (answer.statusCode === 404 && answer.json().code === 'not_found' && !store.noted) continue
    if (answer.statusCode !== 200 || !store.noted) throw new Error(`GET ${path} answers ${answer.statusCode}: ${answer.body.slice(0, 200)}`)
    const { items } = answer.json<{ items: unknown[] }>()
    if (items.length !== 50) throw new Error(`GET ${path} lists ${items.length} rows, not 50`)
    const { entry, statements } = store.noted
    store.noted = null
    plans.push({ url: path, token, lane: entry.lane, universe: entry.universe, templates: entry.templates, statements })
  }
  await app.close()
  await services.documents.close()
  await store.close()
  return plans
}

const load = (port: number, plans: readonly Plan[], duration = seconds) =>
  runChild<LoadAnswer>('./load/load.ts', {
    port,
    connections,
    seconds: duration,
    requests: plans.map((plan) => ({ path: plan.url, token: plan.token })),
  } satisfies LoadTask)

/** The portal's lists over HTTP ÷ a bare server that runs the same SQL under the same row security, in turn on the same machine: the median of five. */
export const sideBySide = async (name: string, urls: DatabaseUrls, requests: readonly ListRequest[]) => {
  try {
    const plans = await plansOf(urls, requests)
    const portal = await startChild<number>('./portal-process.ts', {
      urls,
      dataDir: join(benchFolder, 'data'),
      secret: benchSecret,
    } satisfies PortalTask)
    const bare = await startChild<number>('./bare-server.ts', { urls, plans } satisfies BareTask)
    const product: LoadAnswer[] = []
    const floor: LoadAnswer[] = []
    const sides = [
      ['portal', portal, product],
      ['bare', bare, floor],
    ] as const
    for (const [, { answer }] of sides) await load(answer, plans, 3)
    for (let round = 0; round < rounds; round++)
      // Each goes first in turn: neither always finds the machine warmer.
      for (const [side, child, kept] of round % 2 ? [...sides].reverse() : sides) {
        const answer = await load(child.answer, plans)
        kept.push(answer)
        progress(`${name} ${round + 1}/${rounds} ${side}: ${Math.round(answer.perSecond)}/s, p99 ${answer.p99} ms`)
      }
    await Promise.all([portal.stop(), bare.stop()])
    const loop = await runChild<number>('./bare-server.ts', {
      urls,
      plans,
      loopSeconds: seconds,
      concurrency: connections,
    } satisfies BareTask)
    const perSecond = (answers: readonly LoadAnswer[]) => median(answers.map((answer) => answer.perSecond))
    const engine = existsSync(pgbenchProgram) ? await pgbench(urls.owner, plans, seconds) : null
    return {
      ratio: rounded(median(product.map((answer, index) => answer.perSecond / (floor[index]?.perSecond ?? Number.NaN)))),
      detail: {
        lists: plans.length,
        portalPerSecond: Math.round(perSecond(product)),
        barePerSecond: Math.round(perSecond(floor)),
        portalP99: median(product.map((answer) => answer.p99)),
        bareP99: median(floor.map((answer) => answer.p99)),
        withoutHttpPerSecond: Math.round(loop),
        pgbenchPerSecond: engine === null ? 'pgbench is not installed' : Math.round(engine),
      },
    }
  } finally {
    await stopChildren()
  }
}
