import { normaliseEmail } from '../../companies/rules/contact/email-address.ts'
import { normalisePhone } from '../../companies/rules/contact/phone-number.ts'
import { isCivilDate } from '../../rules/civil-date.ts'
import { isIpAddress } from './ip-address.ts'
import type { Characteristic, CharacteristicValue, CharacteristicValues, Condition, OfferDefinition } from './offer-definition.ts'
import { readPattern } from './pattern.ts'
import { portingsOf } from './porting/ported-numbers.ts'
import { isRioOf, normaliseRio } from './porting/rio.ts'

/** Forms of offers: what is asked given what is answered, and whether the answers are right. The browser and the server run the same rules. */

type Form = Pick<OfferDefinition, 'characteristics'>

const isEmpty = (value: CharacteristicValue | undefined): boolean =>
  value === undefined || value === false || (typeof value === 'string' && value.trim() === '')

const holds = (condition: Condition, values: CharacteristicValues): boolean => {
  const value = Object.hasOwn(values, condition.key) ? values[condition.key] : undefined
  if ('values' in condition) return value !== undefined && condition.values.includes(String(value))
  if ('value' in condition)
    return typeof value === 'number' && (condition.is === 'at_least' ? value >= condition.value : value <= condition.value)
  return isEmpty(value) === (condition.is === 'empty')
}

/**
 * The characteristics asked for, in order. A condition looks at earlier ones only, and one that is not asked counts as empty: what was typed
 * before it disappeared has no effect.
 */
export const visibleCharacteristics = ({ characteristics }: Form, values: CharacteristicValues): readonly Characteristic[] => {
  const asked: Record<string, CharacteristicValue> = {}
  return characteristics.filter(({ key, when = [] }) => {
    if (!when.every((condition) => holds(condition, asked))) return false
    const value = Object.hasOwn(values, key) ? values[key] : undefined
    if (value !== undefined) asked[key] = value
    return true
  })
}

/** Codes of faults of one value, as field errors; `number_too_small` comes with `minimum`, `number_too_large` and `too_long` with `maximum`, `number_step` with `step`. */
export const valueErrorCodes = [
  'required',
  'invalid',
  'too_long',
  'control_characters',
  'choice_unknown',
  'number_too_small',
  'number_too_large',
  'number_step',
  'pattern_mismatch',
  'phone_invalid',
  'email_invalid',
  'ip_invalid',
  'date_invalid',
  'rio_invalid',
  'characteristic_unknown',
] as const
export type ValueErrorCode = (typeof valueErrorCodes)[number]

export interface ValueError {
  /** Key of the characteristic. */
  readonly path: string
  readonly code: ValueErrorCode
  readonly params?: Readonly<Record<string, number>>
}

interface Fault {
  readonly code: ValueErrorCode
  readonly params?: Readonly<Record<string, number>>
}
type Judged = { readonly value: CharacteristicValue } | Fault

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const contractReference = /^OC\d{5,15}$/i

const orFault = (value: string | null, code: ValueErrorCode): Judged => (value === null ? { code } : { value })

const judgeNumber = (value: number, { minimum, maximum, step }: Extract<Characteristic, { type: 'number' }>): Judged => {
  if (!Number.isFinite(value)) return { code: 'invalid' }
  if (value < minimum) return { code: 'number_too_small', params: { minimum } }
  if (value > maximum) return { code: 'number_too_large', params: { maximum } }
  const steps = (value - minimum) / step
  return Math.abs(steps - Math.round(steps)) < 1e-9 ? { value } : { code: 'number_step', params: { step } }
}

const judgeText = (value: string, { maximum, pattern }: Extract<Characteristic, { type: 'text' }>): Judged => {
  if ([...value].length > maximum) return { code: 'too_long', params: { maximum } }
  if (!value.isWellFormed() || /\p{Cc}/u.test(value)) return { code: 'control_characters' }
  if (pattern !== undefined && !readPattern(pattern)?.matches(value)) return { code: 'pattern_mismatch' }
  return { value }
}

/** Judges one value that is not empty; the answer carries its canonical form. */
const judgeValue = (characteristic: Characteristic, raw: CharacteristicValue): Judged => {
  if (characteristic.type === 'number') return typeof raw === 'number' ? judgeNumber(raw, characteristic) : { code: 'invalid' }
  if (characteristic.type === 'boolean') return typeof raw === 'boolean' ? { value: raw } : { code: 'invalid' }
  if (typeof raw !== 'string') return { code: 'invalid' }
  const value = raw.normalize('NFC').trim()
  if (characteristic.type === 'text') return judgeText(value, characteristic)
  switch (characteristic.type) {
    case 'choice':
      return characteristic.options.some((option) => option.value === value) ? { value } : { code: 'choice_unknown' }
    case 'phone':
      return orFault(normalisePhone(value), 'phone_invalid')
    case 'email':
      return orFault(normaliseEmail(value), 'email_invalid')
    case 'ip':
      return isIpAddress(value) ? { value: value.toLowerCase() } : { code: 'ip_invalid' }
    case 'date':
      return isCivilDate(value) ? { value } : { code: 'date_invalid' }
    case 'contract':
      return contractReference.test(value) ? { value: value.toUpperCase() } : { code: 'invalid' }
    default:
      return uuid.test(value) ? { value: value.toLowerCase() } : { code: 'invalid' }
  }
}

export interface CheckedValues {
  /** Canonical values of what is asked, and of nothing else. */
  readonly values: CharacteristicValues
  /** Empty when the form may be sent. */
  readonly errors: readonly ValueError[]
}

/**
 * Checks the answers to an offer's form. Answers to what is not asked are dropped; keys that the offer does not know are faults. Whether a
 * file, a site or a contract exists is for the server to look up.
 */
export const checkValues = (definition: Form, values: CharacteristicValues): CheckedValues => {
  const errors: ValueError[] = Object.keys(values)
    .filter((key) => !definition.characteristics.some((characteristic) => characteristic.key === key))
    .map((key) => ({ path: key, code: 'characteristic_unknown' }))
  const kept: Record<string, CharacteristicValue> = {}
  const asked = visibleCharacteristics(definition, values)
  const portings = portingsOf(asked)
  for (const characteristic of asked) {
    const { key, required } = characteristic
    const given = Object.hasOwn(values, key) ? values[key] : undefined
    const porting = portings.find(({ rio }) => rio === key)
    const raw = porting && typeof given === 'string' ? normaliseRio(given) : given
    if (raw === undefined || raw === '' || (typeof raw === 'string' && raw.trim() === '')) {
      if (required) errors.push({ path: key, code: 'required' })
      continue
    }
    const judged = judgeValue(characteristic, raw)
    const number = porting && kept[porting.number]
    // A RIO is judged with its number: without one, the number is what is to be mended.
    if ('value' in judged && typeof number === 'string' && !isRioOf(String(judged.value), number))
      errors.push({ path: key, code: 'rio_invalid' })
    else if ('value' in judged) kept[key] = judged.value
    else errors.push({ path: key, code: judged.code, params: judged.params })
  }
  return { values: kept, errors }
}

/** What the contract counts (channels, licences): the value of the offer's quantity characteristic, else one. */
export const quantityOf = ({ quantityKey }: Pick<OfferDefinition, 'quantityKey'>, values: CharacteristicValues): number => {
  const value = quantityKey !== undefined && Object.hasOwn(values, quantityKey) ? values[quantityKey] : undefined
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 1
}
