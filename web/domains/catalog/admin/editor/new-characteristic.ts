import type { Characteristic, CharacteristicType } from '#api/catalog/rules/offer-definition'

export const characteristicTypes: readonly CharacteristicType[] = [
  'choice',
  'boolean',
  'number',
  'text',
  'phone',
  'email',
  'ip',
  'date',
  'file',
  'site',
  'contract',
]

/** The same question with another kind of answer: what both have in common stays. */
export const withType = ({ key, label, help, required, when }: Characteristic, type: CharacteristicType): Characteristic => {
  const base = { key, label, required, ...(help ? { help } : {}), ...(when ? { when } : {}) }
  switch (type) {
    case 'choice':
      return { ...base, type, options: [{ value: '', label: { fr: '', en: '' } }] }
    case 'number':
      return { ...base, type, minimum: 1, maximum: 100, step: 1 }
    case 'text':
      return { ...base, type, maximum: 80 }
    case 'contract':
      return { ...base, type, offers: [] }
    default:
      return { ...base, type }
  }
}

export const newCharacteristic = (): Characteristic =>
  withType({ key: '', label: { fr: '', en: '' }, required: false, type: 'boolean' }, 'choice')

/** A key for what is asked, from its words: « Débit symétrique » gives `debit_symetrique`; never one of `taken`. Empty when no word gives one. */
export const suggestedKey = (label: string, taken: readonly string[]): string => {
  const key = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[0-9_]+/, '')
    .slice(0, 36)
    .replace(/_+$/, '')
  if (key === '' || !taken.includes(key)) return key
  const rank = taken.filter((other) => other.startsWith(`${key}_`)).length + 2
  return `${key}_${rank}`
}
