import type { Json } from './json.ts'

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const schemasIn = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])
const numberIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

const byFormat: Readonly<Record<string, string>> = {
  uuid: '01932d5e-8a40-7c11-9f3a-5b1c2d3e4f50',
  date: '2026-12-01',
  'date-time': '2026-11-21T09:00:00.000Z',
  binary: '',
}

const textOf = (schema: Json): string => {
  const text = byFormat[String(schema.format)] ?? 'Texte'
  return text.padEnd(numberIn(schema.minLength) ?? 0, '.').slice(0, numberIn(schema.maxLength) ?? text.length)
}

const numberOf = (schema: Json): number => {
  const least = numberIn(schema.minimum) ?? (numberIn(schema.exclusiveMinimum) ?? 0) + 1
  return Math.min(Math.max(1, least), numberIn(schema.maximum) ?? Number.MAX_SAFE_INTEGER)
}

/**
 * An example that fits a schema: the one that its atom or the schema itself gives, else what its keywords ask for. Everything that may be there is
 * there, so that a reader sees it. Rules that JSON schema cannot say need an example in their declaration (`about`).
 */
export const exampleOf = (schema: Json, components: Readonly<Record<string, Json>>): unknown => {
  const of = (own: unknown, trail: readonly string[]): unknown => {
    if (!isObject(own)) return {}
    if (Array.isArray(own.examples) && own.examples.length > 0) return own.examples[0]
    if ('const' in own) return own.const
    if (Array.isArray(own.enum)) return own.enum[0]
    if (typeof own.$ref === 'string') {
      const name = own.$ref.slice(own.$ref.lastIndexOf('/') + 1)
      return trail.includes(name) ? {} : of(components[name], [...trail, name])
    }
    const [choice] = schemasIn(own.anyOf ?? own.oneOf).filter((one) => one.type !== 'null')
    if (choice) return of(choice, trail)
    if (Array.isArray(own.allOf)) return Object.assign({}, ...schemasIn(own.allOf).map((one) => of(one, trail)))
    switch (Array.isArray(own.type) ? own.type.find((type) => type !== 'null') : own.type) {
      case 'object':
        return { ...entriesOf(own, trail), ...(isObject(own.properties) ? propertiesOf(own.properties, trail) : {}) }
      case 'array':
        return numberIn(own.maxItems) === 0 ? [] : Array(Math.max(1, numberIn(own.minItems) ?? 1)).fill(of(own.items, trail))
      case 'integer':
      case 'number':
        return numberOf(own)
      case 'boolean':
        return true
      case 'null':
        return null
      case 'string':
        return textOf(own)
      default:
        return {}
    }
  }
  const propertiesOf = (properties: Json, trail: readonly string[]): Json =>
    Object.fromEntries(Object.entries(properties).map(([name, own]) => [name, of(own, trail)]))
  /** One entry of a record: its key fits what keys are limited to. */
  const entriesOf = ({ additionalProperties, propertyNames }: Json, trail: readonly string[]): Json => {
    if (!isObject(additionalProperties)) return {}
    const key = isObject(propertyNames) ? of(propertyNames, trail) : 'cle'
    return { [typeof key === 'string' && key !== 'Texte' ? key : 'cle']: of(additionalProperties, trail) }
  }
  return of(schema, [])
}
