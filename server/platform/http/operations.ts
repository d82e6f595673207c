import type { FastifyInstance } from 'fastify'
import type { Store } from '../db/store.ts'
import { Problem } from '../problem.ts'
import { sameSecret } from '../secrets/tokens.ts'
import { registry } from './metrics.ts'

interface Options {
  readonly store: Store
  /** True when a worker reported lately. */
  readonly workerAlive: () => Promise<boolean>
  readonly metricsToken: string | null
}

const isLoopback = (address: string): boolean => address === '::1' || address.replace('::ffff:', '').startsWith('127.')

/** Health for balancers and metrics for Prometheus: outside the API, without a session. */
export const registerOperations = (app: FastifyInstance, { store, workerAlive, metricsToken }: Options): void => {
  const answer = { ok: { status: 'ok' }, down: { status: 'unavailable' } }
  app.get('/livez', async () => answer.ok)
  app.get('/readyz', async (_request, reply) => ((await store.ping()) ? answer.ok : reply.code(503).send(answer.down)))
  app.get('/health', async (_request, reply) => {
    const healthy = (await store.ping()) && (await workerAlive())
    return healthy ? answer.ok : reply.code(503).send(answer.down)
  })
  app.get('/metrics', async (request, reply) => {
    const given = request.headers.authorization?.replace(/^Bearer /, '') ?? ''
    const near = isLoopback(request.raw.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined
    if (!near && !(metricsToken && sameSecret(given, metricsToken))) throw new Problem('not_found')
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
