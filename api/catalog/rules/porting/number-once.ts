import { checkValues, visibleCharacteristics } from '../characteristics.ts'
import type { CharacteristicValues, OfferDefinition } from '../offer-definition.ts'
import { type PortedNumber, portedNumbers, portingsOf } from './ported-numbers.ts'

/** A form with its answers, as they were typed. */
export interface AnsweredForm {
  readonly definition: Pick<OfferDefinition, 'characteristics'>
  readonly values: CharacteristicValues
}

const numbersOf = ({ definition, values }: AnsweredForm): PortedNumber[] => {
  const checked = checkValues(definition, values).values
  return portedNumbers(visibleCharacteristics(definition, checked), checked)
}

/** The question whose number one of the other forms of the basket brings along too; null: there is none. The browser and the server ask alike. */
export const numberAlsoIn = (form: AnsweredForm, others: readonly AnsweredForm[]): string | null => {
  const taken = new Set(others.flatMap((other) => numbersOf(other).map(({ number }) => number)))
  return numbersOf(form).find(({ number }) => taken.has(number))?.key ?? null
}

/** The answers without the numbers that they bring along and the RIO of each: another contract has its own. */
export const withoutPortings = ({ definition, values }: AnsweredForm): CharacteristicValues => {
  const own = new Set(portingsOf(visibleCharacteristics(definition, values)).flatMap(({ number, rio }) => [number, rio]))
  return Object.fromEntries(Object.entries(values).filter(([key]) => !own.has(key)))
}
