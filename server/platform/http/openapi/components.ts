import * as z from 'zod/mini'
import type { Json } from './json.ts'

type Schema = z.core.$ZodType
/** What a client sends, or what it receives: the same schema may differ, where a field has a default or is strict. */
export type Side = 'input' | 'output'
/** The schemas that the document needs, on either side. */
export type Uses = Readonly<Record<Side, readonly Schema[]>>

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

/** Every schema by its id; refs between them are the components' own. */
const convert = (schemas: ReadonlyMap<string, Schema>, side: Side): Readonly<Record<string, Json>> => {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of schemas) registry.add(schema, { id })
  const converted = z.toJSONSchema(registry, { io: side, unrepresentable: 'any', uri: (id) => `${place}${id}`, override: plain(side) })
  return Object.fromEntries(
    Object.entries(converted.schemas).map(([name, { $schema: _, $id: __, ...own }]) => [name, JSON.parse(JSON.stringify(own)) as Json]),
  )
}

const targetOf = (key: string, value: unknown): string | null =>
  key === '$ref' && typeof value === 'string' && value.startsWith(place) ? value.slice(place.length) : null

/** Names of the components that a piece of the document points to. */
const referencesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, own]) => targetOf(key, own) ?? referencesIn(own))
}

const rename = (value: unknown, names: ReadonlyMap<string, string>): unknown => {
  if (Array.isArray(value)) return value.map((item) => rename(item, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, own]) => {
      const target = names.get(targetOf(key, own) ?? '')
      return [key, target === undefined ? rename(own, names) : `${place}${target}`]
    }),
  )
}

/** The named schemas among these, and those that they name in turn. */
const reached = (ids: readonly string[], converted: Readonly<Record<string, Json>>): ReadonlySet<string> => {
  const found = new Set<string>()
  const visit = (id: string): void => {
    if (found.has(id)) return
    found.add(id)
    for (const other of referencesIn(converted[id])) visit(other)
  }
  for (const id of ids) visit(id)
  return found
}

export interface Components {
  /** A schema as one side sees it: a reference when it has a name, else in full. */
  schemaOf(schema: Schema, side: Side): Json
  /** The named schemas that the document needs, sorted. */
  readonly schemas: Readonly<Record<string, Json>>
}

/**
 * The named schemas of the document, and anonymous ones that refer to them. One that is both sent and answered, and reads differently in each, has
 * two names: `OfferDefinition` is answered, `OfferDefinitionInput` is sent.
 */
export const componentsOf = (named: ReadonlyMap<string, Schema>, uses: Uses): Components => {
  const names = new Map([...named].map(([name, schema]) => [schema, name]))
  const unnamed = [...new Set([...uses.input, ...uses.output])].filter((schema) => !names.has(schema))
  const all = new Map([...named, ...unnamed.map((schema, index) => [`anonymous-${index}`, schema] as const)])
  const ids = new Map([...all].map(([id, schema]) => [schema, id]))
  const idOf = (schema: Schema): string => {
    const id = ids.get(schema)
    if (id === undefined) throw new Error('a schema of the document was not announced')
    return id
  }
  const converted = { input: convert(all, 'input'), output: convert(all, 'output') }
  const needed = { input: reached(uses.input.map(idOf), converted.input), output: reached(uses.output.map(idOf), converted.output) }

  const shared = [...named.keys()].filter((name) => needed.input.has(name) && needed.output.has(name))
  const differing = new Set(shared.filter((name) => JSON.stringify(converted.input[name]) !== JSON.stringify(converted.output[name])))
  for (let before = -1; before < differing.size; ) {
    before = differing.size
    for (const name of shared) if (referencesIn(converted.input[name]).some((other) => differing.has(other))) differing.add(name)
  }
  const inputNames = new Map([...differing].map((name) => [name, `${name}Input`]))
  for (const name of inputNames.values()) if (named.has(name)) throw new Error(`api/ exports a schema that would be called ${name}`)

  const content = (id: string, side: Side): Json =>
    (side === 'input' ? rename(converted.input[id], inputNames) : converted.output[id]) as Json
  const schemas = [...named.keys()].flatMap((name): [string, Json][] => [
    ...(needed.output.has(name) ? [[name, content(name, 'output')] as [string, Json]] : []),
    ...(needed.input.has(name) && (differing.has(name) || !needed.output.has(name))
      ? [[inputNames.get(name) ?? name, content(name, 'input')] as [string, Json]]
      : []),
  ])
  return {
    schemaOf: (schema, side) => {
      const name = names.get(schema)
      if (name === undefined) return content(idOf(schema), side)
      return { $ref: `${place}${(side === 'input' ? inputNames.get(name) : undefined) ?? name}` }
    },
    schemas: Object.fromEntries(schemas.toSorted(([one], [other]) => (one < other ? -1 : 1))),
  }
}
