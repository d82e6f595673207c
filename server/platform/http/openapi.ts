import * as z from 'zod/mini'
import type { Endpoint } from '#api/endpoint'
import { problems } from '#api/problems'
import { universeSlugs } from '#api/universes'

const jsonSchema = (schema: z.core.$ZodType, io: 'input' | 'output'): unknown => {
  try {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
    return rest
  } catch {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
    return rest
  }
}

const parametersOf = (schema: z.core.$ZodType | undefined, place: 'path' | 'query'): object[] => {
  if (!schema) return []
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as { properties?: Record<string, object>; required?: string[] }
  return Object.entries(properties).map(([name, own]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: own,
  }))
}

const securityOf = (endpoint: Endpoint) => (endpoint.right === 'public' ? [] : [{ session: [] }])

const describeRight = (endpoint: Endpoint): string => {
  if (typeof endpoint.right === 'string')
    return { public: 'Nobody needs to be signed in.', partial: 'Any session, even incomplete.', session: 'Any session.' }[endpoint.right]
  const { anyOf, universes } = endpoint.right
  return `Universes: ${universes.join(', ')}. Right: ${anyOf ? anyOf.join(' or ') : 'any'}.${endpoint.stepUp ? ' Needs a fresh step-up.' : ''}`
}

const operationOf = (endpoint: Endpoint): object => {
  const status = endpoint.status ?? (endpoint.response || endpoint.produces ? 200 : 204)
  const codes = [...new Set(endpoint.problems ?? [])]
  return {
    summary: endpoint.summary,
    description: describeRight(endpoint),
    security: securityOf(endpoint),
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
      ...(endpoint.idempotent
        ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 128 } }]
        : []),
    ],
    ...(endpoint.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(endpoint.body, 'input') } } } }
      : {}),
    ...(endpoint.consumes
      ? { requestBody: { required: true, content: { [endpoint.consumes]: { schema: { type: 'string', format: 'binary' } } } } }
      : {}),
    responses: {
      [status]: {
        description: 'Success',
        ...(endpoint.response ? { content: { 'application/json': { schema: jsonSchema(endpoint.response, 'output') } } } : {}),
        ...(endpoint.produces ? { content: { [endpoint.produces]: { schema: { type: 'string', format: 'binary' } } } } : {}),
      },
      default: {
        description: codes.length > 0 ? `Problem; among others: ${codes.join(', ')}` : 'Problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

/** The OpenAPI 3.1 document of the endpoints. */
export const openApiDocument = (endpoints: readonly Endpoint[], serverUrl: string): object => {
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}')
    const item = paths[path] ?? {}
    paths[path] = item
    item[endpoint.method.toLowerCase()] = operationOf(endpoint)
  }
  return {
    openapi: '3.1.0',
    info: { title: 'MyOpenIP', version: '1', description: `Universes: ${Object.keys(universeSlugs).join(', ')}.` },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-session' } },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'code', 'title', 'status'],
          properties: {
            type: { type: 'string' },
            code: { enum: Object.keys(problems) },
            title: { type: 'string' },
            status: { type: 'integer' },
            requestId: { type: 'string' },
            errors: {
              type: 'array',
              items: {
                type: 'object',
                required: ['path', 'code'],
                properties: { path: { type: 'string' }, code: { type: 'string' }, params: { type: 'object' } },
              },
            },
            retryAfterSeconds: { type: 'integer' },
            current: {},
          },
        },
      },
    },
  }
}
