import * as z from 'zod/mini'
import type { Json } from './json.ts'

type Schema = z.core.$ZodType
/** What a client sends, or what it receives: the same schema may differ, where a field has a default or is strict. */
export type Side = 'input' | 'output'

const place = '#/components/schemas/'

/** What JSON schema cannot say of a rule is left out of it: the server judges all the same. */
const plain =
  (side: Side) =>
  ({ zodSchema, jsonSchema }: { zodSchema: Schema; jsonSchema: Json }): void => {
    const { def } = zodSchema._zod
    // An answer may gain fields: a client that refuses those it does not know would break on them.
    if (side === 'output' && def.type === 'object' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
    // Bounds of every integer of JSON.
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  }

/** Every schema under its URI, by name; refs between them are the components' own. */
const convert = (schemas: ReadonlyMap<string, Schema>, side: Side): Readonly<Record<string, Json>> => {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of schemas) registry.add(schema, { id })
  const converted = z.toJSONSchema(registry, { io: side, unrepresentable: 'any', uri: (id) => `${place}${id}`, override: plain(side) })
  return Object.fromEntries(
    Object.entries(converted.schemas).map(([name, { $schema: _, $id: __, ...own }]) => [name, JSON.parse(JSON.stringify(own)) as Json]),
  )
}

/** Names of the components that a piece of the document points to. */
export const referencesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, own]) =>
    key === '$ref' && typeof own === 'string' && own.startsWith(place) ? [own.slice(place.length)] : referencesIn(own),
  )
}

const rename = (value: unknown, names: ReadonlyMap<string, string>): unknown => {
  if (Array.isArray(value)) return value.map((item) => rename(item, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, own]) => {
      const target = key === '$ref' && typeof own === 'string' && own.startsWith(place) ? names.get(own.slice(place.length)) : undefined
      return [key, target === undefined ? rename(own, names) : `${place}${target}`]
    }),
  )
}

export interface Components {
  /** A schema as one side sees it: a reference when it has a name, else in full. */
  schemaOf(schema: Schema, side: Side): Json
  /** Every named schema, asked for or not. */
  readonly all: Readonly<Record<string, Json>>
  /** The named schemas that were asked for, and those that they name. */
  used(): Record<string, Json>
}

/**
 * The named schemas of the document, and anonymous ones that refer to them. One that reads differently in a request than in an answer has two
 * names: `Basket` is answered, `BasketInput` is sent.
 */
export const componentsOf = (named: ReadonlyMap<string, Schema>, anonymous: readonly Schema[]): Components => {
  const names = new Map([...named].map(([name, schema]) => [schema, name]))
  const unnamed = [...new Set(anonymous)].filter((schema) => !names.has(schema))
  const all = new Map([...named, ...unnamed.map((schema, index) => [`anonymous-${index}`, schema] as const)])
  const ids = new Map([...all].map(([id, schema]) => [schema, id]))
  const answered = convert(all, 'output')
  const sent = convert(all, 'input')

  const differing = new Set([...named.keys()].filter((name) => JSON.stringify(answered[name]) !== JSON.stringify(sent[name])))
  for (let before = -1; before < differing.size; ) {
    before = differing.size
    for (const name of named.keys()) if (referencesIn(sent[name]).some((other) => differing.has(other))) differing.add(name)
  }
  const inputNames = new Map([...differing].map((name) => [name, `${name}Input`]))
  for (const name of inputNames.values()) if (named.has(name)) throw new Error(`api/ exports a schema that would be called ${name}`)

  const body = (id: string, side: Side): Json => (side === 'input' ? rename(sent[id], inputNames) : answered[id]) as Json
  const components = Object.fromEntries([
    ...[...named.keys()].map((name) => [name, body(name, 'output')] as const),
    ...[...inputNames].map(([name, input]) => [input, body(name, 'input')] as const),
  ])
  const asked = new Set<string>()
  const ask = (component: string): void => {
    if (asked.has(component)) return
    asked.add(component)
    for (const other of referencesIn(components[component])) ask(other)
  }
  return {
    all: components,
    schemaOf: (schema, side) => {
      const name = names.get(schema)
      const own =
        name === undefined ? body(ids.get(schema) ?? '', side) : { $ref: `${place}${(side === 'input' && inputNames.get(name)) || name}` }
      for (const component of referencesIn(own)) ask(component)
      return own
    },
    used: () =>
      Object.fromEntries(
        Object.entries(components)
          .filter(([name]) => asked.has(name))
          .toSorted(),
      ),
  }
}
