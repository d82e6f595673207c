import type { Characteristic } from '#api/catalog/rules/offer-definition'
import type { LineFault } from '#api/shop/baskets/basket-lines'
import * as m from '#messages/shop'
import { fieldMessage } from '../../../../platform/field-message.ts'
import { words } from '../../../../platform/words.ts'

/** What the person reads under a field: a pattern says what it wants in the offer's own words. */
export const faultText = (characteristic: Characteristic, { code, params }: Pick<LineFault, 'code' | 'params'>): string => {
  if (code === 'pattern_mismatch' && characteristic.type === 'text' && characteristic.patternHint) return words(characteristic.patternHint)
  // What is missing, or not of the kind asked for: the sentence says what to give.
  if (code === 'required' || code === 'invalid') return m[`shop_wanted_${characteristic.type}`]()
  return fieldMessage(code, params)
}
