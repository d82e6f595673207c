import { type Domain, domains } from '#api/domains'
import type { Endpoint } from '#api/endpoint'
import { problemSchema } from '#api/problems'
import { componentsOf } from './components.ts'
import type { Declarations, DeclaredEndpoint } from './declarations.ts'
import { introduction } from './introduction.ts'
import type { Json } from './json.ts'
import { operationOf, schemasOf } from './operation.ts'
import { problemExamples } from './problem-responses.ts'

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
  },
  responses: {
    Problem: {
      description: 'Any other problem: a fault of ours (500), or a portal that is starting or overloaded (503).',
      content: {
        'application/problem+json': {
          schema: { $ref: '#/components/schemas/Problem' },
          examples: Object.fromEntries(['internal_error', 'unavailable'].map((code) => [code, { $ref: `#/components/examples/${code}` }])),
        },
      },
    },
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
  const components = componentsOf(
    options.declarations.schemas,
    served.flatMap(({ endpoint }) => schemasOf(endpoint)),
  )
  components.schemaOf(problemSchema, 'output')
  const paths: Record<string, Json> = {}
  for (const declared of served) {
    const path = pathOf(declared.endpoint)
    paths[path] ??= {}
    paths[path][declared.endpoint.method.toLowerCase()] = operationOf(declared, components)
  }
  const spoken = new Set<Domain>(served.map(({ domain }) => domain))
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
    tags: Object.entries(domains).flatMap(([name, description]) => (spoken.has(name as Domain) ? [{ name, description }] : [])),
    paths,
    components: { ...fixedComponents(), schemas: components.used() },
  }
}
