import type { Characteristic, CharacteristicValues } from '../offer-definition.ts'

/** A number that a form asks to bring along, and the RIO that allows it. */
export interface Porting {
  /** Keys of their questions. */
  readonly number: string
  readonly rio: string
}

/** Forms say it by the names of their questions: a text `rio`, or `…_rio`, is the RIO of the phone number asked before it. */
const isRio = ({ type, key }: Characteristic): boolean => type === 'text' && /^(?:[a-z0-9_]+_)?rio$/.test(key)

export const portingsOf = (asked: readonly Characteristic[]): Porting[] => {
  let number: string | null = null
  return asked.flatMap((characteristic) => {
    if (characteristic.type === 'phone') number = characteristic.key
    return number !== null && isRio(characteristic) ? [{ number, rio: characteristic.key }] : []
  })
}

export interface PortedNumber {
  /** Key of its question. */
  readonly key: string
  /** E.164. */
  readonly number: string
}

/** The numbers that canonical answers bring along. */
export const portedNumbers = (asked: readonly Characteristic[], values: CharacteristicValues): PortedNumber[] =>
  portingsOf(asked).flatMap(({ number: key }) => {
    const number = Object.hasOwn(values, key) ? values[key] : undefined
    return typeof number === 'string' ? [{ key, number }] : []
  })
