import type { Bilingual } from '../../catalog/rules/offer-definition.ts'

/** What makes a contract's fee: an item of the price list with its quantity and what it comes to. Cents, without VAT. */
export interface FeeLine {
  readonly item: string
  readonly label: Bilingual
  readonly quantity: number
  readonly oneOffCents: number
  readonly monthlyCents: number
}
