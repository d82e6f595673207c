import { locale } from '../../../platform/language.ts'

/** Cents as one types them: 4990 → « 49,90 ». */
export const amountText = (cents: number): string =>
  new Intl.NumberFormat(locale(), { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: false }).format(cents / 100)

/** « 1 234,50 € » → 123450; null when it is no amount. */
export const readAmount = (text: string): number | null => {
  const [, euros, cents = ''] = /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(text.replaceAll(/[\s€]/g, '')) ?? []
  return euros === undefined ? null : Number(euros) * 100 + Number(cents.padEnd(2, '0'))
}
