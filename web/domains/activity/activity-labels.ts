import * as m from '#messages/activity'

const texts: Readonly<Record<string, unknown>> = m

const textOf = (key: string): string | null => {
  const message = texts[key]
  return typeof message === 'function' ? String(message()) : null
}

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** « Site modifié » for `site.updated`; the code itself for one that this version does not know. */
export const actionLabel = (action: string): string => textOf(`activity_${action.replaceAll('.', '_')}`) ?? action

/** Name of a changed field as the screens call it. */
export const fieldLabel = (field: string): string => textOf(`activity_field_${snake(field)}`) ?? field

export const objectKindLabel = (kind: string): string => textOf(`activity_kind_${kind}`) ?? kind

/** A value of the history in one line. */
export const valueText = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return m.activity_no_value()
  if (typeof value === 'boolean') return value ? m.activity_yes() : m.activity_no()
  if (Array.isArray(value)) return value.length === 0 ? m.activity_no_value() : value.map(valueText).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
