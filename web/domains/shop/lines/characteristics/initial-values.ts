import type { CharacteristicValue, CharacteristicValues, OfferDefinition } from '#api/catalog/rules/offer-definition'

/** What a new form holds: the least of each quantity, boxes unticked, the only option of a choice. */
export const initialValues = ({ characteristics }: Pick<OfferDefinition, 'characteristics'>): CharacteristicValues => {
  const values: Record<string, CharacteristicValue> = {}
  for (const one of characteristics.filter(({ required }) => required)) {
    if (one.type === 'number') values[one.key] = one.minimum
    if (one.type === 'boolean') values[one.key] = false
    const [only, ...others] = one.type === 'choice' ? one.options : []
    if (only && others.length === 0) values[one.key] = only.value
  }
  return values
}
