import type { Endpoint } from '#api/endpoint'
import { portalRoutes } from '../../app.ts'
import { readDeclarations } from '../../platform/http/openapi/declarations.ts'
import { openApiDocument } from '../../platform/http/openapi/document.ts'
import { testTools } from '../test-app.ts'

/** The document of the API, as far as tests look into it. */
export interface Answer {
  readonly $ref?: string
  readonly headers?: Readonly<Record<string, unknown>>
  readonly content?: Readonly<Record<string, { readonly example?: unknown }>>
}
export interface Parameter {
  readonly name?: string
  readonly in?: string
  readonly required?: boolean
  readonly schema?: Readonly<Record<string, unknown>>
  readonly example?: unknown
}
export interface Operation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly description: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: Answer
  readonly responses: Readonly<Record<string, Answer>>
}
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly headers: Readonly<Record<string, unknown>>
    readonly schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>>
    readonly responses: Readonly<Record<string, Answer>>
    readonly examples: Readonly<Record<string, { readonly value: unknown }>>
  }
}

/** Every endpoint that the portal serves. */
export const served: readonly Endpoint[] = portalRoutes(testTools()).map((route) => route.endpoint)

/** What api/ declares, the document of what is served, and where an endpoint stands in it. */
export const readDocument = async () => {
  const declarations = await readDeclarations()
  const options = { declarations, endpoints: served, serverUrl: 'https://extranet.example', version: '1' }
  const document = openApiDocument(options) as unknown as Document
  const operationOf = ({ method, path }: Endpoint): Operation => {
    const found = document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
    if (!found) throw new Error(`${method} ${path} is not in the document`)
    return found
  }
  return { declarations, document, operationOf, operations: Object.values(document.paths).flatMap((item) => Object.values(item)) }
}
