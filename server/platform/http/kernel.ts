import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { type Universe, universes } from '#api/universes'
import type { Clock } from '../clock.ts'
import type { IdentityStore, RequestInfo } from '../context.ts'
import type { Store } from '../db/store.ts'
import type { Logger } from '../logger.ts'
import { Problem } from '../problem.ts'
import { hashToken } from '../secrets/tokens.ts'
import { clearSessionCookie, deviceToken, sessionToken, setDeviceCookie, setSessionCookie } from './cookies.ts'
import { problemOf } from './errors.ts'
import { requestMetrics } from './metrics.ts'
import { serveOpenApi } from './openapi/serve.ts'
import { serveReference } from './openapi/serve-reference.ts'
import { parsePart } from './parse.ts'
import { limitRequests } from './rate-limit.ts'
import { type MintScope, universeContext } from './request-context.ts'
import type { Input, Reply, Route } from './route.ts'

export interface KernelOptions {
  readonly routes: readonly Route[]
  readonly store: Store
  readonly clock: Clock
  readonly logger: Logger
  readonly appUrl: string
  readonly trustedProxies: readonly string[]
  readonly mintScope: MintScope
  /** What the identity domain knows of a session; throws `unauthenticated`, or what is still due when `complete` is asked. */
  readonly resolveSession: (identity: IdentityStore, request: RequestInfo, complete: boolean) => Promise<unknown>
  /** Notes that the session of a request lives. Returns at once and never fails: the request does not wait for it. */
  readonly touchSession?: (request: RequestInfo) => void
  /** Checks every answer against its schema: tests only. */
  readonly checkAnswers: boolean
}

const defaultBodyLimit = 64 * 1024
const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
  },
}

/** Refuses what another site makes a browser send. Programs without an Origin header are no browsers, and carry no ambient cookie. */
const checkOrigin = (request: FastifyRequest, appUrl: string): void => {
  if (!unsafe.has(request.method)) return
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site') throw new Problem('origin_refused')
  if (origin === undefined || origin === new URL(appUrl).origin) return
  if (URL.canParse(origin) && new URL(origin).host === request.headers.host) return
  throw new Problem('origin_refused')
}

const isUniverse = (value: unknown): value is Universe => universes.some((universe) => universe === value)

const requestInfo = (request: FastifyRequest, clock: Clock): RequestInfo => {
  const token = sessionToken(request)
  const device = deviceToken(request)
  const key = request.headers['idempotency-key']
  return {
    id: request.id,
    ip: request.ip,
    userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300),
    now: clock.now(),
    tokenHash: token ? hashToken(token) : null,
    deviceHash: device ? hashToken(device) : null,
    idempotencyKey: typeof key === 'string' && key !== '' && key.length <= 128 ? key : null,
  }
}

const register = (app: FastifyInstance, options: KernelOptions, { endpoint, kind, handle }: Route): void => {
  const { store, clock, mintScope } = options
  const status = endpoint.status ?? (endpoint.response || endpoint.produces ? 200 : 204)

  const contextOf = async (request: FastifyRequest, info: RequestInfo): Promise<unknown> => {
    if (kind === 'universe') {
      const { universe } = request.params as { universe?: unknown }
      if (!isUniverse(universe)) throw new Problem('not_found')
      const lane = universe === 'client' && sessionToken(request)?.startsWith('e') ? 'end_client' : universe
      const body = request.body instanceof Readable ? '' : JSON.stringify(request.body ?? null)
      return universeContext({
        store,
        mintScope,
        endpoint,
        universe,
        lane,
        request: info,
        fingerprint: `${request.method} ${request.url} ${body}`,
      })
    }
    const identity = store.identityAt(info.now)
    if (kind === 'public') return { request: info, identity }
    if (!info.tokenHash) throw new Problem('unauthenticated')
    return { request: info, identity, session: await options.resolveSession(identity, info, endpoint.right === 'session') }
  }

  app.route({
    method: endpoint.method,
    url: endpoint.path,
    bodyLimit: endpoint.bodyLimit ?? defaultBodyLimit,
    handler: async (request, reply) => {
      checkOrigin(request, options.appUrl)
      const info = requestInfo(request, clock)
      if (info.tokenHash) options.touchSession?.(info)
      const context = await contextOf(request, info)
      const { universe: _, ...ownParams } = request.params as Record<string, unknown>
      const input: Input<typeof endpoint> = {
        params: parsePart(endpoint.params, ownParams, 'params') as never,
        query: parsePart(endpoint.query, request.query, 'query') as never,
        body: endpoint.consumes ? (undefined as never) : (parsePart(endpoint.body, request.body ?? undefined, 'body') as never),
        stream: request.body instanceof Readable ? request.body : Readable.from([]),
      }
      if (endpoint.consumes && !(request.body instanceof Readable)) throw new Problem('unsupported_media_type')
      let sent = false
      const own: Reply = {
        setSessionCookie: (token, expiresAt) => setSessionCookie(request, reply, token, expiresAt),
        clearSessionCookie: () => clearSessionCookie(request, reply),
        setDeviceCookie: (token, expiresAt) => setDeviceCookie(request, reply, token, expiresAt),
        file: (content, name) => {
          sent = true
          const ascii = name.replaceAll(/[^\w.-]+/g, '_')
          reply
            .type(endpoint.produces ?? 'application/octet-stream')
            .header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`)
            .send(content)
        },
        takeOver: () => {
          sent = true
          return reply
        },
      }
      const answer = await handle(context as never, input, own)
      if (sent) return reply
      if (options.checkAnswers && endpoint.response) {
        const checked = z.safeParse(endpoint.response, answer)
        if (!checked.success)
          throw new Error(`${endpoint.method} ${endpoint.path} answers against its declaration: ${checked.error.message}`)
      }
      reply.code(status)
      return answer === undefined ? reply.send() : reply.type('application/json').send(JSON.stringify(answer))
    },
  })
}

const sendProblem = (request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply => {
  if (problem.details.retryAfterSeconds) reply.header('retry-after', problem.details.retryAfterSeconds)
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problem.body(request.id)))
}

/** The HTTP server with its API, without the site's files. */
export const buildKernel = async (options: KernelOptions): Promise<FastifyInstance> => {
  const { logger } = options
  const app = Fastify({
    logger: false,
    genReqId: () => randomUUID(),
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    forceCloseConnections: true,
    bodyLimit: defaultBodyLimit,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    frameworkErrors: (error, request, reply) => sendProblem(request, reply, problemOf(error) ?? new Problem('malformed_json')),
  })
  app.setErrorHandler((error, request, reply) => {
    const known = problemOf(error)
    if (!known) logger.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'request failed')
    return sendProblem(request, reply, known ?? new Problem('internal_error'))
  })
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, new Problem('not_found')))
  app.removeContentTypeParser('text/plain')
  // What mail programs post to unsubscribe (RFC 8058). No endpoint reads a form: the link alone says what to do.
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 1024 }, (_request, _body, done) =>
    done(null, undefined),
  )
  for (const type of ['text/csv', 'application/octet-stream', 'application/pdf', 'image/png', 'image/jpeg'])
    app.addContentTypeParser(type, (_request, payload, done) => done(null, payload))

  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy,
    crossOriginEmbedderPolicy: false,
    hsts: options.appUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(compress, { global: true, threshold: 2048, encodings: ['br', 'gzip'], customTypes: /json|yaml|csv/ })
  await limitRequests(app)
  const observe = requestMetrics()
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    observe(request.method, route, reply.statusCode, reply.elapsedTime / 1000)
    logger.debug(
      { requestId: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    )
  })

  for (const route of options.routes) register(app, options, route)
  serveOpenApi(app, { endpoints: options.routes.map((route) => route.endpoint), serverUrl: options.appUrl })
  serveReference(app)
  return app
}
