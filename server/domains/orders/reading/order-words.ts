import { visibleCharacteristics } from '#api/catalog/rules/characteristics'
import type {
  Bilingual,
  Characteristic,
  CharacteristicValue,
  CharacteristicValues,
  OfferDefinition,
} from '#api/catalog/rules/offer-definition'
import { formatPhone } from '#api/companies/rules/contact/phone-number'

const both = (text: string): Bilingual => ({ fr: text, en: text })
const yes: Bilingual = { fr: 'Oui', en: 'Yes' }
const no: Bilingual = { fr: 'Non', en: 'No' }
/** As both languages of the portal write days. */
const numericDay = (day: string): string => day.split('-').reverse().join('/')

/** An answer of a form in words; null when nothing was answered. Sites by the names given; files and contracts by what they are. */
const answerInWords = (
  characteristic: Characteristic,
  value: CharacteristicValue | undefined,
  siteNames: ReadonlyMap<string, string>,
): Bilingual | null => {
  if (value === undefined || value === '') return null
  switch (characteristic.type) {
    case 'choice':
      return characteristic.options.find((option) => option.value === value)?.label ?? both(String(value))
    case 'boolean':
      return value === true ? yes : no
    case 'number':
      return characteristic.unit
        ? { fr: `${value} ${characteristic.unit.fr}`, en: `${value} ${characteristic.unit.en}` }
        : both(String(value))
    case 'date':
      return both(numericDay(String(value)))
    case 'phone':
      return both(formatPhone(String(value)))
    case 'site':
      return both(siteNames.get(String(value)) ?? '—')
    case 'file':
      return { fr: 'Fichier joint', en: 'Attached file' }
    case 'contract':
      return both(String(value))
    default:
      return both(String(value))
  }
}

/** The form as filled: what was asked and answered, in order. */
export const formInWords = (
  definition: OfferDefinition,
  values: CharacteristicValues,
  siteNames: ReadonlyMap<string, string> = new Map(),
): { key: string; label: Bilingual; value: Bilingual }[] =>
  visibleCharacteristics(definition, values).flatMap((characteristic) => {
    const { key, label } = characteristic
    const value = answerInWords(characteristic, Object.hasOwn(values, key) ? values[key] : undefined, siteNames)
    return value ? [{ key, label, value }] : []
  })

interface Changed {
  readonly quantity_before: number | null
  readonly quantity_after: number | null
}

/** How many units an item adds; negative when it takes some away. An item without quantities counts once. */
export const unitsAdded = ({ quantity_before: before, quantity_after: after }: Changed): number =>
  before === null && after === null ? 1 : (after ?? 0) - (before ?? 0)

/** What an order adds, in cents: each item's unit amounts times what it adds. */
export const totalsOf = (
  items: readonly (Changed & { readonly one_off_cents: number; readonly monthly_cents: number })[],
): { oneOffCents: number; monthlyCents: number } =>
  items.reduce(
    (sum, item) => ({
      oneOffCents: sum.oneOffCents + Math.round(item.one_off_cents * unitsAdded(item)),
      monthlyCents: sum.monthlyCents + Math.round(item.monthly_cents * unitsAdded(item)),
    }),
    { oneOffCents: 0, monthlyCents: 0 },
  )
