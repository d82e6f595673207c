import type { Bilingual, Characteristic, CharacteristicType } from '#api/catalog/rules/offer-definition'
import { baseItem, terminationItem } from '#api/catalog/rules/pricing'
import type { ServiceKind } from '#api/catalog/rules/service-kinds'
import * as m from '#messages/catalog'
import * as labelTexts from '#messages/catalog-labels'
import { words } from '../../../../platform/words.ts'

/** A text of the editor, or what stands for it while nothing is written. */
export const wordsOr = (text: Bilingual | undefined, other: string): string => (text && words(text).trim() !== '' ? words(text) : other)

export const characteristicLabel = ({ label, key }: Characteristic, index: number): string =>
  wordsOr(label, key === '' ? m.catalog_characteristic_number({ number: index + 1 }) : key)

export const typeLabel = (type: CharacteristicType): string => {
  const key: `catalog_type_${CharacteristicType}` = `catalog_type_${type}`
  return labelTexts[key]()
}

export const serviceKindLabel = (kind: ServiceKind): string => {
  const key: `catalog_service_${ServiceKind}` = `catalog_service_${kind}`
  return labelTexts[key]()
}

/** How an item of a price list reads: « Abonnement », « Canaux », « Codec : G.711 ». */
export const itemLabel = (characteristics: readonly Characteristic[], item: string): string => {
  if (item === baseItem) return m.catalog_item_base()
  if (item === terminationItem) return m.catalog_item_termination()
  const [key = '', value] = item.split('=')
  const index = characteristics.findIndex((one) => one.key === key)
  const characteristic = characteristics[index]
  if (!characteristic) return item
  const label = characteristicLabel(characteristic, index)
  if (value === undefined) return label
  const option = characteristic.type === 'choice' ? characteristic.options.find((one) => one.value === value) : undefined
  return m.catalog_item_option({ label, option: wordsOr(option?.label, value) })
}
