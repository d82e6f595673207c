import type { LineFault } from '#contract/basket-lines'
import type { Characteristic } from '#contract/rules/catalog/offer-definition'
import * as m from '#messages/shop'
import { fieldMessage } from '../../../platform/field-message.ts'
import { words } from '../../../platform/words.ts'

/** What the person reads under a field: a pattern says what it wants in the offer's own words. */
export const faultText = (characteristic: Characteristic, { code, params }: Pick<LineFault, 'code' | 'params'>): string => {
  if (code === 'pattern_mismatch' && characteristic.type === 'text' && characteristic.patternHint) return words(characteristic.patternHint)
  if (code === 'invalid' && characteristic.type === 'number') return m.shop_number_wanted()
  return fieldMessage(code, params)
}
