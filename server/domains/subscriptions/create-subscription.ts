import type { FeeLine } from '#api/subscriptions/rules/fee-line'
import { db, type Transaction } from '../../platform/db/query.ts'
import { newId } from '../../platform/ids.ts'
import { announceSubscription } from './lock-subscription.ts'

/** What the payer owes for a contract. Cents, without VAT. */
export interface SubscriptionPrices {
  readonly oneOffCents: number
  readonly monthlyCents: number
  /** One-off fee of leaving. */
  readonly terminationCents: number
  readonly lines: readonly FeeLine[]
}

export interface NewSubscription {
  readonly companyId: string
  readonly siteId: string
  /** All sites, the principal one included; the principal one alone unless told. */
  readonly siteIds?: readonly string[]
  readonly offerId: string
  readonly offerVersionId: string
  /** As contracted: the offer may be renamed later. */
  readonly name: string
  readonly family: string
  readonly quantity: number
  readonly values: Readonly<Record<string, unknown>>
  readonly terms: {
    readonly notice: { readonly count: number; readonly unit: 'day' | 'month' }
    readonly penaltyBasisPoints: number
    /** A small company expressly accepted more than 24 months. */
    readonly longCommitmentWaiver?: boolean
    readonly tacitRenewal?: boolean
  }
  readonly prices: SubscriptionPrices
}

export interface CreatedSubscription {
  readonly id: string
  readonly number: number
  readonly reference: string
  readonly payerId: string
}

/** A contract « en cours de création ». Its first order follows: call `recordLastOrder` once it is written. */
export const createSubscription = async (tx: Transaction, wanted: NewSubscription): Promise<CreatedSubscription> => {
  const { terms, prices } = wanted
  const created = await tx.first(
    db
      .insertInto('subscriptions')
      .values({
        id: newId(),
        company_id: wanted.companyId,
        // Who pays and the names beside it are the database's to say.
        payer_id: wanted.companyId,
        company_name: '',
        company_reference: '',
        payer_reference: '',
        site_id: wanted.siteId,
        site_ids: [...(wanted.siteIds ?? [wanted.siteId])],
        offer_id: wanted.offerId,
        offer_version_id: wanted.offerVersionId,
        name: wanted.name,
        family: wanted.family,
        quantity: wanted.quantity,
        values: JSON.stringify(wanted.values),
        notice_count: terms.notice.count,
        notice_unit: terms.notice.unit,
        penalty_basis_points: terms.penaltyBasisPoints,
        long_commitment_waiver: terms.longCommitmentWaiver ?? false,
        tacit_renewal: terms.tacitRenewal ?? false,
        created_at: tx.now,
      })
      .returning(['id', 'number', 'reference', 'payer_id', 'company_id', 'ambassador_id', 'operator_id', 'site_ids']),
  )
  if (!created) throw new Error('The contract was not written.')
  await tx.run(
    db.insertInto('subscription_prices').values({
      subscription_id: created.id,
      payer_id: created.payer_id,
      company_id: wanted.companyId,
      one_off_cents: prices.oneOffCents,
      monthly_cents: prices.monthlyCents,
      termination_cents: prices.terminationCents,
      lines: JSON.stringify(prices.lines),
    }),
  )
  await announceSubscription(tx, created)
  return { id: created.id, number: created.number, reference: created.reference, payerId: created.payer_id }
}
