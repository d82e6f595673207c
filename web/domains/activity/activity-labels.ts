import type { ActivityLine } from '#api/activity/activity'
import { objectKindWords, operationWords } from '#api/activity/words'
import type { Words } from '#api/languages'
import { describeOpeningHours, type OpeningHours } from '#api/rules/opening-hours'
import { orderStateWords, stepActorWords, stepStateWords } from '#api/rules/order-words'
import { type Template, templates } from '#api/templates'
import * as m from '#messages/activity'
import * as notificationTexts from '#messages/notification-history'
import * as orderTexts from '#messages/order-history'
import * as templateTexts from '#messages/templates'
import * as universeTexts from '#messages/universes'
import { formatDay, formatMoney, typedPhone } from '../../platform/format.ts'
import { isFrench } from '../../platform/language.ts'
import { shownAddress } from '../../platform/shown-address.ts'
import { words } from '../../platform/words.ts'

const texts: Readonly<Record<string, unknown>> = { ...m, ...notificationTexts, ...orderTexts }

const textOf = (key: string): string | null => {
  const message = texts[key]
  return typeof message === 'function' ? String(message()) : null
}

/** A code that this version does not know has none. */
const wordsOf = (known: Readonly<Record<string, Words>>, code: string): string | null => {
  const found = known[code]
  return found ? words(found) : null
}

const templateLabel = (template: Template): string => {
  const message = (templateTexts as Readonly<Record<string, unknown>>)[`template_${template.replace('.', '_')}`]
  return typeof message === 'function' ? String(message()) : template
}

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** « Site modifié » for `site.updated`; the code itself for one that this version does not know. */
export const actionLabel = (action: string): string => wordsOf(operationWords, action) ?? action

/** What is subscribed to in a universe: `client.email` for a channel of a person, `client.deliveries` for an address of the company. */
const subscriptionLabel = (field: string): string | null => {
  const [universe = '', what] = field.split('.')
  const message = (universeTexts as Readonly<Record<string, unknown>>)[`universe_${universe}`]
  const label = textOf(`activity_channel_${what}`) ?? textOf(`activity_category_${what}`)
  return typeof message === 'function' && label ? `${message()} · ${label}` : null
}

/** Name of a changed field as the screens call it. */
export const fieldLabel = (field: string): string => textOf(`activity_field_${snake(field)}`) ?? subscriptionLabel(field) ?? field

export const objectKindLabel = (kind: string): string => wordsOf(objectKindWords, kind) ?? kind

/** Two orders of one offer are told apart by their references; those of a site or a contact are the machine's own. */
export const objectText = ({ objectKind, objectReference, objectLabel }: ActivityLine): string => {
  const name = objectLabel ?? objectReference ?? objectKindLabel(objectKind)
  return objectReference === null || objectReference === name || !/^(?:OC|COM|FPC|\d)\d+$/.test(objectReference)
    ? name
    : `${name} [${objectReference}]`
}

/** Fields whose values are codes with a name of their own. */
const coded = new Set([
  'state',
  'kind',
  'language',
  'universe',
  'universes',
  'size',
  'financialState',
  'guarantee',
  'mandateState',
  'mandateScheme',
  'sites',
  'origin',
])

/** Codes of orders and of their steps are named as on their pages. */
const orderValue = (field: string, code: string): string | null => {
  if (field === 'by' || field === 'actor') return wordsOf(stepActorWords, code)
  return field === 'state' ? (wordsOf(orderStateWords, code) ?? wordsOf(stepStateWords, code)) : null
}

const isHours = (value: unknown): value is OpeningHours => typeof value === 'object' && value !== null && 'week' in value

/** A value of the history in one line, as the screens call it. */
export const valueText = (field: string, value: unknown): string => {
  if (value === null || value === undefined || value === '') return m.activity_no_value()
  if (typeof value === 'boolean') return value ? m.activity_yes() : m.activity_no()
  if (isHours(value)) return describeOpeningHours(value, isFrench() ? 'fr' : 'en')
  if (Array.isArray(value)) return value.length === 0 ? m.activity_no_value() : value.map((item) => valueText(field, item)).join(', ')
  if (typeof value === 'object') return field === 'openingHours' ? m.activity_set() : JSON.stringify(value)
  const text = String(value)
  if (field === 'templates') return templates.find((template) => template === text) ? templateLabel(text as Template) : text
  if (/Cents$/.test(field) && typeof value === 'number') return formatMoney(value)
  if (/(On|From|Until)$/.test(field) && /^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDay(text)
  if (/^(phone|mobile)$/.test(field)) return typedPhone(text)
  if (/^(?:website|\w*email\w*)$/i.test(field) && text.includes('xn--')) return shownAddress(text)
  if (field === 'digest') return textOf(`activity_digest_${text}`) ?? text
  if (field === 'category' || /^\w+\.(interface|email)$/.test(field)) return textOf(`activity_category_${text}`) ?? text
  return (coded.has(field) ? textOf(`activity_value_${text}`) : null) ?? orderValue(field, text) ?? text
}
