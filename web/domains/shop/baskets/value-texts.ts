import { visibleCharacteristics } from '#api/catalog/rules/characteristics'
import type { Characteristic, CharacteristicValue } from '#api/catalog/rules/offer-definition'
import { formatPhone } from '#api/companies/rules/contact/phone-number'
import type { BasketLine } from '#api/shop/baskets/basket-lines'
import * as common from '#messages/common'
import { formatDay, formatNumber } from '../../../platform/format.ts'
import { words } from '../../../platform/words.ts'

/** Names of the files and sites that answers hold. */
export interface NamedAnswers {
  readonly files: readonly { readonly id: string; readonly name: string }[]
  readonly sites: readonly { readonly id: string; readonly name: string }[]
}

/** An answer in words; empty when it cannot be named. */
export const valueText = (characteristic: Characteristic, value: CharacteristicValue, { files, sites }: NamedAnswers): string => {
  switch (characteristic.type) {
    case 'choice': {
      const option = characteristic.options.find((one) => one.value === value)
      return option ? words(option.label) : String(value)
    }
    case 'boolean':
      return value === true ? common.common_yes() : common.common_no()
    case 'number':
      return [formatNumber(Number(value)), characteristic.unit ? words(characteristic.unit) : ''].join(' ').trim()
    case 'phone':
      return formatPhone(String(value))
    case 'date':
      return formatDay(String(value))
    case 'file':
      return files.find(({ id }) => id === value)?.name ?? ''
    case 'site':
      return sites.find(({ id }) => id === value)?.name ?? ''
    default:
      return String(value)
  }
}

/** The answers of a line in words, in the order of its form; what cannot be named is left out. */
export const valueTexts = (line: BasketLine): readonly { readonly key: string; readonly label: string; readonly text: string }[] =>
  visibleCharacteristics(line.offer.definition, line.values).flatMap((characteristic) => {
    const value = line.values[characteristic.key]
    const text = value === undefined ? '' : valueText(characteristic, value, line)
    return text === '' || value === false ? [] : [{ key: characteristic.key, label: words(characteristic.label), text }]
  })

/** Name of the field that a fault of the line is about. */
export const faultyField = (line: BasketLine, path: string): string | null => {
  const key = path.startsWith('values.') ? path.slice('values.'.length) : null
  const characteristic = line.offer.definition.characteristics.find((one) => one.key === key)
  return characteristic ? words(characteristic.label) : null
}
