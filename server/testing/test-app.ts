import { tmpdir } from 'node:os'
import type { BodyInput, Endpoint, ParamsInput, QueryInput, ResponseOf } from '#api/endpoint'
import type { ProblemBody } from '#api/problems'
import type { Universe } from '#api/universes'
import { buildApp } from '../app.ts'
import { type TravellingClock, travellingClock } from '../platform/clock.ts'
import { Store } from '../platform/db/store.ts'
import { silentLogger } from '../platform/logger.ts'
import { createTools, type Tools } from '../tools.ts'
import { testDatabase } from './test-database.ts'
import { testSecret } from './test-template.ts'
import { buildWorld, type Persona, type World, type WorldBuilder, worldBuilder } from './world.ts'

export interface CallInput<E extends Endpoint> {
  readonly universe?: Universe
  readonly params?: Omit<ParamsInput<E>, 'universe'>
  readonly query?: QueryInput<E>
  readonly body?: BodyInput<E>
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer<T> {
  readonly status: number
  /** The answer of a success; the type lies when it is a problem: look at `status` first. */
  readonly body: T
  readonly problem: ProblemBody
  readonly headers: Readonly<Record<string, unknown>>
  readonly raw: Buffer
}

export interface TestApp {
  readonly clock: TravellingClock
  readonly store: Store
  readonly world: World
  readonly build: WorldBuilder
  readonly urls: Awaited<ReturnType<typeof testDatabase>>['urls']
  readonly inject: Awaited<ReturnType<typeof buildApp>>['inject']
  /** Calls an endpoint as somebody (null = nobody); the universe is the person's company's first one unless told. */
  call<E extends Endpoint>(who: Persona | { token: string } | null, endpoint: E, input?: CallInput<E>): Promise<Answer<ResponseOf<E>>>
  /** Listens on a port of its own, for what calls over the network. Gives the address. */
  listen(): Promise<string>
  close(): Promise<void>
}

/** The path of an endpoint with its parameters and query filled in. */
export const urlOf = (
  endpoint: Endpoint,
  universe: Universe | undefined,
  params: Readonly<Record<string, unknown>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string => {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(name === 'universe' ? (universe ?? 'client') : params[name])),
  )
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : Array.isArray(value) ? value.map((item) => [name, String(item)]) : [[name, String(value)]],
    ),
  )
  return search.size > 0 ? `${path}?${search}` : path
}

/** What the routes of a portal under test are given. */
export const testTools = (clock: TravellingClock = travellingClock('2026-11-21T09:00:00Z')): Tools =>
  createTools({
    configuration: { appUrl: 'http://localhost:3000', secretKeys: [testSecret], dataDir: tmpdir() },
    clock,
    logger: silentLogger(),
  })

/** A portal on a database of its own, with the test world and a clock that stands still. */
export const testApp = async (options: { now?: string } = {}): Promise<TestApp> => {
  const database = await testDatabase()
  const clock = travellingClock(options.now ?? '2026-11-21T09:00:00Z')
  const store = new Store(database.urls)
  const build = await worldBuilder(database.urls.owner, clock.now())
  const world = await buildWorld(build)
  const tools = testTools(clock)
  const app = await buildApp({ ...tools, store, trustedProxies: [], checkAnswers: true })
  await app.ready()
  return {
    clock,
    store,
    world,
    build,
    urls: database.urls,
    inject: app.inject.bind(app) as TestApp['inject'],
    call: async (who, endpoint, input = {}) => {
      const answer = await app.inject({
        method: endpoint.method,
        url: urlOf(endpoint, input.universe, input.params as Record<string, unknown>, input.query as Record<string, unknown>),
        headers: { ...(who ? { cookie: `session=${who.token}` } : {}), ...input.headers },
        ...(input.body === undefined ? {} : { payload: input.body as object }),
      })
      const isJson = /json/.test(String(answer.headers['content-type'] ?? ''))
      const body = isJson && answer.body !== '' ? JSON.parse(answer.body) : undefined
      return { status: answer.statusCode, body, problem: body, headers: answer.headers, raw: answer.rawPayload }
    },
    listen: () => app.listen({ port: 0, host: '127.0.0.1' }),
    close: async () => {
      await app.close()
      await tools.documents.close()
      await store.close()
      await build.close()
      await database.drop()
    },
  }
}
