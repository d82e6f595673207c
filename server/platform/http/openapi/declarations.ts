import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as z from 'zod/mini'
import { type Domain, domains } from '#api/domains'
import type { Endpoint } from '#api/endpoint'
import type { ListEndpoint } from '#api/list'

type Schema = z.core.$ZodType

export interface DeclaredEndpoint {
  /** As its module exports it: the operation's id, which generated clients call it by. */
  readonly name: string
  readonly domain: Domain
  readonly endpoint: Endpoint
}

export interface Declarations {
  readonly endpoints: readonly DeclaredEndpoint[]
  /** Exported schemas by the name of their component. */
  readonly schemas: ReadonlyMap<string, Schema>
}

const apiFolder = join(import.meta.dirname, '../../../../api')

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && '_zod' in value
const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'right' in value
const isList = (endpoint: Endpoint): endpoint is ListEndpoint => 'exports' in endpoint
const isDomain = (name: string | undefined): name is Domain => name !== undefined && name in domains

const upperFirst = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`
/** `orderRowSchema` → `OrderRow`, `siren` → `Siren`. */
const componentName = (exported: string): string => upperFirst(exported.replace(/Schema$/, ''))

/** A list declares its files too: `listOrders` → `exportOrdersCsv`. */
const exportsOf = (name: string, endpoint: Endpoint): (readonly [string, Endpoint])[] =>
  isList(endpoint)
    ? Object.entries(endpoint.exports).map(([format, file]) => [`${name.replace(/^list/, 'export')}${upperFirst(format)}`, file] as const)
    : []

const refuseTwice = (kind: string, name: string): never => {
  throw new Error(`api/ exports two ${kind} that would be called ${name}: give one of them a name of its own`)
}

/**
 * Everything that api/ declares, by the names that its modules export: a thing is named where it is declared, once. Reads the folder, so that no
 * list of modules has to be kept; whatever the server serves is loaded already.
 */
export const readDeclarations = async (): Promise<Declarations> => {
  const endpoints = new Map<string, DeclaredEndpoint>()
  const schemas = new Map<string, Schema>()
  const known = new Set<Schema>()
  const files = globSync('**/*.ts', { cwd: apiFolder })
    .filter((file) => !file.endsWith('.test.ts'))
    .toSorted()
  for (const file of files) {
    const exported: Readonly<Record<string, unknown>> = await import(pathToFileURL(join(apiFolder, file)).href)
    const domain = file.split(/[\\/]/)[0]
    for (const [name, value] of Object.entries(exported)) {
      if (isEndpoint(value)) {
        if (!isDomain(domain)) throw new Error(`api/${file} declares ${name} outside the domains`)
        for (const [own, endpoint] of [[name, value] as const, ...exportsOf(name, value)]) {
          if (endpoints.has(own)) refuseTwice('endpoints', own)
          endpoints.set(own, { name: own, domain, endpoint })
        }
      } else if (isSchema(value) && !known.has(value)) {
        const component = componentName(name)
        if (schemas.has(component)) refuseTwice('schemas', component)
        known.add(value)
        schemas.set(component, value)
      }
    }
  }
  return { endpoints: [...endpoints.values()], schemas }
}
