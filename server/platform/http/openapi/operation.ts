import type * as z from 'zod/mini'
import type { Endpoint, Right } from '#api/endpoint'
import type { Components, Side, Uses } from './components.ts'
import type { DeclaredEndpoint } from './declarations.ts'
import { exampleOf } from './examples.ts'
import type { Json } from './json.ts'
import { headersOf, problemResponses, rateLimitHeaders } from './problem-responses.ts'

type Schema = z.core.$ZodType

/** What a path and a query are made of stands in an operation as its parameters, one by one. */
export const parameterSchemasOf = ({ params, query }: Endpoint): Schema[] => [params, query].filter((schema) => schema !== undefined)

/** Every schema of these endpoints that their operations are written from. */
export const usesOf = (endpoints: readonly Endpoint[]): Uses => ({
  input: endpoints.flatMap((endpoint) => [...parameterSchemasOf(endpoint), ...(endpoint.body ? [endpoint.body] : [])]),
  output: endpoints.flatMap(({ response }) => (response ? [response] : [])),
})

const universeWords = 'The hat that the caller wears: what is shown and allowed follows from it.'

const universeParameter = (right: Right): Json[] =>
  typeof right === 'string'
    ? []
    : [
        {
          name: 'universe',
          in: 'path',
          required: true,
          description: universeWords,
          schema: { type: 'string', enum: right.universes },
          example: right.universes[0],
        },
      ]

type Example = (schema: Json) => unknown

const parametersOf = (schema: Json | undefined, place: 'path' | 'query', example: Example): Json[] => {
  if (!schema) return []
  const { properties = {}, required = [] } = schema as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(properties).map(([name, own]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(typeof own.description === 'string' ? { description: own.description } : {}),
    schema: own,
    ...(place === 'path' || required.includes(name) ? { example: example(own) } : {}),
  }))
}

const describeRight = ({ right, stepUp }: Endpoint): string => {
  if (typeof right === 'string')
    return {
      public: 'Nobody needs to be signed in.',
      partial: 'Needs a session, at any stage of signing in.',
      session: 'Needs a session; no right.',
    }[right]
  const templates = right.anyOf ? `the right ${right.anyOf.map((template) => `\`${template}\``).join(' or ')}` : 'no right of its own'
  return `Needs ${templates}, in the universe that the path names.${stepUp ? ' Needs a fresh confirmation of the identity (`POST /api/session/step-up`).' : ''}`
}

/** The first sentence says what it does; the whole text stands in the description. */
const firstSentence = (text: string): string => (/^.+?[.!?](?=\s|$)/.exec(text)?.[0] ?? text).replace(/\.$/, '')

const file = (mediaType: string): Json => ({ [mediaType]: { schema: { type: 'string', contentMediaType: mediaType } } })

/** How an endpoint is called: the operation of its method under its path. `responses` gathers the problems that many share. */
export const operationOf = (
  { name, domain, endpoint }: DeclaredEndpoint,
  components: Components,
  responses: Record<string, Json>,
): Json => {
  const schema = (own: Schema | undefined, side: Side) => (own ? components.schemaOf(own, side) : undefined)
  const example: Example = (own) => exampleOf(own, components.schemas)
  const json = (own: Json): Json => ({ 'application/json': { schema: own, example: example(own) } })
  const status = endpoint.status ?? (endpoint.response || endpoint.produces ? 200 : 204)
  const [body, response] = [schema(endpoint.body, 'input'), schema(endpoint.response, 'output')]
  return {
    operationId: name,
    tags: [domain],
    summary: firstSentence(endpoint.summary),
    description: `${endpoint.summary}\n\n${describeRight(endpoint)}`,
    security: endpoint.right === 'public' ? [] : [{ session: [] }],
    parameters: [
      ...universeParameter(endpoint.right),
      ...parametersOf(schema(endpoint.params, 'input'), 'path', example),
      ...parametersOf(schema(endpoint.query, 'input'), 'query', example),
      ...(endpoint.idempotent ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ],
    ...(body ? { requestBody: { required: true, content: json(body) } } : {}),
    ...(endpoint.consumes ? { requestBody: { required: true, content: file(endpoint.consumes) } } : {}),
    responses: {
      [status]: {
        description: status === 201 ? 'Created.' : status === 204 ? 'Done; nothing to say.' : 'Done.',
        headers: headersOf(rateLimitHeaders),
        ...(response ? { content: json(response) } : {}),
        ...(endpoint.produces ? { content: file(endpoint.produces) } : {}),
      },
      ...problemResponses(endpoint, responses),
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}
