import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../problem.ts'

/** What an address may ask of the API in a minute. */
export const requestsPerMinute = 1200

const isLoopback = (ip: string): boolean => ip === '127.0.0.1' || ip === '::1'

/** Limits how often an address calls the API, and says in every answer what is left (`ratelimit-*`). The machine itself is not limited. */
export const limitRequests = async (app: FastifyInstance): Promise<void> => {
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    enableDraftSpec: true,
    allowList: (request) => isLoopback(request.ip) || !request.url.startsWith('/api/'),
    errorResponseBuilder: (_request, limit) => new Problem('too_many_requests', { retryAfterSeconds: Math.ceil(limit.ttl / 1000) }),
  })
}
