import type { ServiceKind } from './service-kinds.ts'

/** What an offer is, as its version keeps it: characteristics with their form, commitments, delivery, services. Amounts are elsewhere. */

/** A text in both languages of the portal. */
export interface Bilingual {
  readonly fr: string
  readonly en: string
}

/** Asks for a characteristic only when another one has some value. All conditions of a characteristic must hold. */
export type Condition =
  | { readonly key: string; readonly is: 'filled' | 'empty' }
  | { readonly key: string; readonly is: 'one_of'; readonly values: readonly string[] }
  | { readonly key: string; readonly is: 'at_least' | 'at_most'; readonly value: number }

interface CharacteristicBase {
  /** Stable, snake_case: values, conditions and prices name it. */
  readonly key: string
  readonly label: Bilingual
  readonly help?: Bilingual
  readonly required: boolean
  readonly when?: readonly Condition[]
}

export type Characteristic =
  | (CharacteristicBase & { readonly type: 'choice'; readonly options: readonly { readonly value: string; readonly label: Bilingual }[] })
  | (CharacteristicBase & { readonly type: 'boolean' })
  | (CharacteristicBase & {
      readonly type: 'number'
      readonly minimum: number
      readonly maximum: number
      readonly step: number
      readonly unit?: Bilingual
    })
  | (CharacteristicBase & {
      readonly type: 'text'
      readonly maximum: number
      /** Anchored by the reader; a plain subset of regular expressions, without look-around or back-references. */
      readonly pattern?: string
      /** What the pattern wants, in words: the message at the field. */
      readonly patternHint?: Bilingual
    })
  | (CharacteristicBase & { readonly type: 'phone' | 'email' | 'ip' | 'date' })
  /** A file of the customer: identifier of an uploaded file. */
  | (CharacteristicBase & { readonly type: 'file' })
  /** Another site of the customer. */
  | (CharacteristicBase & { readonly type: 'site' })
  /** A running contract of one of these offers; all of them when the list is empty. */
  | (CharacteristicBase & { readonly type: 'contract'; readonly offers: readonly string[] })

export type CharacteristicType = Characteristic['type']

export type CharacteristicValue = string | number | boolean
export type CharacteristicValues = Readonly<Record<string, CharacteristicValue>>

export interface CommitmentOption {
  /** 0: without commitment. */
  readonly months: number
  /** Taken off the monthly fee, in hundredths of a percent. */
  readonly discountBasisPoints: number
}

export const stepActors = ['carrier', 'client', 'partner', 'infrastructure'] as const
export type StepActor = (typeof stepActors)[number]

export interface DeliveryStep {
  readonly label: Bilingual
  readonly actor: StepActor
  /** Calendar days after the step before it; an order plans it on the next working day. */
  readonly days: number
}

export interface DeliveredService {
  readonly kind: ServiceKind
  readonly name: Bilingual
  /** One for the contract, one per site, or as many as a number characteristic says. */
  readonly per: 'contract' | 'site' | { readonly characteristic: string }
  /** Billable: it gets an accountcode. */
  readonly accountcode: boolean
}

export interface OfferDefinition {
  /** One sentence, on cards. */
  readonly summary: Bilingual
  /** Paragraphs separated by an empty line. */
  readonly description: Bilingual
  readonly characteristics: readonly Characteristic[]
  /** The number characteristic that is the contract's quantity (channels, licences): what an addition adds to. */
  readonly quantityKey?: string
  /** One more incoming call per channel: outgoing N, incoming N + N × this. */
  readonly freeIncomingPerUnit?: number
  readonly usagePlan?: string
  readonly commitments: readonly CommitmentOption[]
  readonly notice: { readonly count: number; readonly unit: 'day' | 'month' }
  /**
   * When its last commitment is over, the contract is tacitly renewed, without a new commitment: it is announced, then left at any time with ten
   * days of notice at most and no penalty (code de la consommation, L224-40). Absent: it goes on by its own terms.
   */
  readonly tacitRenewal?: boolean
  /** Share of the remaining fees due when leaving early, in hundredths of a percent. */
  readonly penaltyBasisPoints: number
  /** Calendar days, as announced. */
  readonly leadTimeDays: number
  /** Only Centrex may span several sites with one contract. */
  readonly sites: 'one' | 'several'
  readonly steps: readonly DeliveryStep[]
  readonly services: readonly DeliveredService[]
}

export const priceLists = ['public', 'wholesale'] as const
export type PriceList = (typeof priceLists)[number]

/** From this quantity on, each unit costs this. Cents, without VAT. */
export interface PriceStep {
  readonly from: number
  readonly oneOffCents: number
  readonly monthlyCents: number
}

/**
 * A price of a version: `base`, `<characteristic>` (per unit of a number, once when a boolean is true or an option is taken) or
 * `<characteristic>=<value>` (when a choice has that value). Cents, without VAT. Item `termination` is the one-off fee of leaving.
 */
export interface PriceItem {
  readonly item: string
  readonly oneOffCents: number
  readonly monthlyCents: number
  readonly steps: readonly PriceStep[]
}
