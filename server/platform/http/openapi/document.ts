import { domains } from '#api/domains'
import type { Endpoint } from '#api/endpoint'
import { problemSchema } from '#api/problems'
import { componentsOf } from './components.ts'
import type { Declarations, DeclaredEndpoint } from './declarations.ts'
import { introduction } from './introduction.ts'
import type { Json } from './json.ts'
import { operationOf, parameterSchemasOf, usesOf } from './operation.ts'
import { problemExamples, problemResponse } from './problem-responses.ts'

const pathOf = ({ path }: Endpoint): string => path.replaceAll(/:(\w+)/g, '{$1}')

const integerHeader = (description: string): Json => ({ description, schema: { type: 'integer' } })

const fixedComponents = (): Json => ({
  securitySchemes: {
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: '__Host-session',
      description: 'Set by `POST /api/session`; over plain http on the loopback address it is called `session`.',
    },
  },
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'Any text of the caller’s: the same one again gives the same answer and has one effect.',
      schema: { type: 'string', maxLength: 128 },
    },
  },
  headers: {
    'ratelimit-limit': integerHeader(
      'Requests that an address may make in a minute. Not sent to callers on the loopback address, who are not limited.',
    ),
    'ratelimit-remaining': integerHeader('Requests left in the current minute.'),
    'ratelimit-reset': integerHeader('Seconds until the count starts again.'),
    'retry-after': integerHeader('Seconds to wait before calling again.'),
  },
  examples: problemExamples(),
})

export interface DocumentOptions {
  readonly declarations: Declarations
  /** What the portal serves; each must be declared in api/. */
  readonly endpoints: readonly Endpoint[]
  readonly serverUrl: string
  /** Of the portal. */
  readonly version: string
}

const declaredOf = ({ declarations, endpoints }: DocumentOptions): DeclaredEndpoint[] => {
  const known = new Map(declarations.endpoints.map((declared) => [declared.endpoint, declared]))
  return endpoints.map((endpoint) => {
    const declared = known.get(endpoint)
    if (!declared) throw new Error(`${endpoint.method} ${endpoint.path} is served, but no module of api/ exports it`)
    return declared
  })
}

/** The OpenAPI 3.1 document of what the portal serves. */
export const openApiDocument = (options: DocumentOptions): Json => {
  const served = declaredOf(options)
  const { input, output } = usesOf(options.endpoints)
  const parameters = new Set(options.endpoints.flatMap(parameterSchemasOf))
  const named = new Map([...options.declarations.schemas].filter(([, schema]) => !parameters.has(schema)))
  const components = componentsOf(named, { input, output: [...output, problemSchema] })
  const responses: Record<string, Json> = {
    Problem: problemResponse('A fault of ours, or a portal that is starting or overloaded.', ['internal_error', 'unavailable']),
  }
  const paths: Record<string, Json> = {}
  for (const declared of served) {
    const path = pathOf(declared.endpoint)
    paths[path] ??= {}
    paths[path][declared.endpoint.method.toLowerCase()] = operationOf(declared, components, responses)
  }
  const spoken = new Set<string>(served.map(({ domain }) => domain))
  return {
    openapi: '3.1.0',
    info: {
      title: 'MyOpenIP',
      version: options.version,
      summary: 'The customer extranet of a telecom operator, for programs.',
      description: introduction,
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: options.serverUrl, description: 'This portal.' }],
    tags: Object.entries(domains).flatMap(([name, description]) => (spoken.has(name) ? [{ name, description }] : [])),
    paths,
    components: { ...fixedComponents(), responses, schemas: components.schemas },
  }
}
