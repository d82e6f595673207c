import type { Bilingual, CharacteristicValues, PriceList } from '#api/catalog/rules/offer-definition'
import type { PricedOffer } from '#api/catalog/rules/pricing'
import type { SubscriptionState } from '#api/subscriptions/list/subscription-list'
import type { OrderKind, OrderState } from '#api/subscriptions/rules/operations'
import type { DemoVersion } from '../catalogue/load-catalogue.ts'
import type { DemoOffer } from '../catalogue/offer-parts.ts'
import type { Customer, Person } from './customers.ts'

/** A contract of the demonstration with everything that hangs from it; days are ISO, amounts cents. */

export type Story =
  | 'delivered'
  | 'extended'
  | 'extending'
  | 'taken_over'
  | 'awaiting'
  | 'submitted'
  | 'delivering'
  | 'cancelled_by_client'
  | 'cancelled'
  | 'impossible'
  | 'terminating'
  | 'withdrawn'
  | 'terminated'

export interface Plan {
  /** Place among the contracts of the demonstration: ids and numbers follow from it. */
  readonly index: number
  readonly number: number
  readonly customer: Customer
  readonly offer: DemoOffer
  readonly story: Story
  readonly placedOn: string
  readonly deliveredOn?: string
  readonly site?: number
  readonly everySite?: true
  readonly values?: CharacteristicValues
  readonly months?: number
  /** Number of its creation's order, else one that follows from its place. */
  readonly orderNumber?: number
  readonly pilot?: Person | null
  /** Who ordered, when it is not left to chance. */
  readonly placedBy?: Person
}

export interface DemoStep {
  readonly label: Bilingual
  readonly actor: string
  readonly state: 'to_do' | 'in_progress' | 'blocked' | 'done'
  readonly plannedOn: string
  readonly doneOn: string | null
  readonly doneBy: string | null
  readonly blockedBy: string | null
  readonly blockedCause: string | null
  readonly blockedOn: string | null
}

export interface DemoItem {
  readonly action: 'add' | 'modify' | 'delete'
  readonly item: string
  readonly label: Bilingual
  readonly before: number | null
  readonly after: number | null
  readonly oneOffCents: number
  readonly monthlyCents: number
}

export interface DemoRemark {
  readonly on: string
  readonly author: string
  readonly universe: string
  readonly body: string
}

export interface DemoOrder {
  readonly id: string
  readonly number: number
  readonly kind: OrderKind
  readonly state: OrderState
  readonly offer: DemoOffer
  readonly version: DemoVersion
  readonly values: CharacteristicValues
  readonly quantityBefore: number | null
  readonly quantityAfter: number
  readonly months: number
  readonly placedOn: string
  readonly placedBy: Person
  readonly submitted: boolean
  readonly wishedOn: string | null
  readonly pilot: Person | null
  readonly plannedOn: string | null
  readonly deliveredOn: string | null
  readonly closedOn: string | null
  readonly closingReason: string | null
  readonly items: readonly DemoItem[]
  readonly steps: readonly DemoStep[]
  readonly comments: readonly DemoRemark[]
  readonly notes: readonly DemoRemark[]
}

export interface DemoTermination {
  readonly state: 'pending' | 'withdrawn' | 'effective'
  readonly order: DemoOrder
  readonly requestedOn: string
  readonly effectiveOn: string
  readonly billedUntil: string
  readonly remainingMonths: number
  readonly oneOffCents: number
  readonly penaltyCents: number
  readonly withdrawnOn: string | null
}

export interface DemoContract {
  readonly id: string
  readonly plan: Plan
  readonly list: PriceList
  readonly version: DemoVersion
  readonly siteId: string
  readonly siteIds: readonly string[]
  readonly city: string
  readonly values: CharacteristicValues
  readonly quantity: number
  readonly months: number
  readonly state: SubscriptionState
  readonly deliveredOn: string | null
  readonly terminatedOn: string | null
  readonly priced: PricedOffer
  readonly orders: readonly DemoOrder[]
  readonly termination: DemoTermination | null
  readonly commitments: readonly {
    readonly label: string
    readonly startsOn: string
    readonly months: number
    readonly monthlyCents: number
    readonly orderId: string | null
  }[]
  readonly services: readonly { readonly kind: string; readonly name: string; readonly siteId: string; readonly accountcode: boolean }[]
}
