import { commitmentEnd } from '#api/catalog/rules/commitment/commitment-period'
import { db, type Transaction } from '../../platform/db/query.ts'
import { newId } from '../../platform/ids.ts'
import { Problem } from '../../platform/problem.ts'
import type { SubscriptionPrices } from './create-subscription.ts'
import { announceSubscription, lockFor, lockSubscription, type SubscriptionRow } from './lock-subscription.ts'

/** A « périmètre d'engagement » that a delivery starts. */
export interface StartedCommitment {
  readonly orderId: string | null
  readonly label: string
  /** 0: without commitment; nothing is written then. */
  readonly months: number
  /** Share of the monthly fee that is committed. Cents, without VAT. */
  readonly monthlyCents: number
}

/** Writes a commitment that starts that day; its last day is computed. */
export const startCommitment = async (
  tx: Transaction,
  row: Pick<SubscriptionRow, 'id' | 'company_id' | 'payer_id' | 'site_ids'>,
  day: string,
  commitment: StartedCommitment,
): Promise<void> => {
  if (commitment.months === 0) return
  const id = newId()
  await tx.run(
    db.insertInto('commitments').values({
      id,
      subscription_id: row.id,
      order_id: commitment.orderId,
      company_id: row.company_id,
      site_ids: row.site_ids,
      label: commitment.label,
      starts_on: day,
      months: commitment.months,
      ends_on: commitmentEnd(day, commitment.months),
      created_at: tx.now,
    }),
  )
  await tx.run(
    db.insertInto('commitment_amounts').values({
      commitment_id: id,
      payer_id: row.payer_id,
      company_id: row.company_id,
      monthly_cents: commitment.monthlyCents,
    }),
  )
}

/** The contract is delivered: active from that day, which starts its commitment. Carrier and worker only. @throws Problem conflict */
export const activateSubscription = async (
  tx: Transaction,
  subscriptionId: string,
  delivery: {
    readonly day: string
    readonly commitment?: StartedCommitment
    /** A small company expressly accepted more than 24 months, when it ordered or validated. */
    readonly longCommitmentWaiver?: true
  },
): Promise<SubscriptionRow> => {
  const { row, state } = await lockFor(tx, subscriptionId, 'activate')
  await tx.run(
    db
      .updateTable('subscriptions')
      .set({
        state,
        activated_on: delivery.day,
        delivered_on: delivery.day,
        version: row.version + 1,
        ...(delivery.longCommitmentWaiver === undefined ? {} : { long_commitment_waiver: true }),
      })
      .where('id', '=', row.id),
  )
  if (delivery.commitment) await startCommitment(tx, row, delivery.day, delivery.commitment)
  await announceSubscription(tx, row)
  return row
}

export interface Amendment {
  readonly day: string
  readonly quantity?: number
  readonly values?: Readonly<Record<string, unknown>>
  /** The version of the offer that holds from now on. */
  readonly offerVersionId?: string
  /** A small company expressly accepted more than 24 months. */
  readonly longCommitmentWaiver?: true
  /** What the whole contract costs from now on. */
  readonly prices?: SubscriptionPrices
  readonly commitment?: StartedCommitment
}

/** An addition or a modification is delivered on a running contract, which stays delivered the day of its creation. Carrier and worker only. @throws Problem conflict */
export const amendSubscription = async (tx: Transaction, subscriptionId: string, amendment: Amendment): Promise<SubscriptionRow> => {
  const row = await lockSubscription(tx, subscriptionId)
  if (!['active', 'termination_requested'].includes(row.state)) throw new Problem('conflict')
  const { prices } = amendment
  await tx.run(
    db
      .updateTable('subscriptions')
      .set({
        version: row.version + 1,
        ...(amendment.quantity === undefined ? {} : { quantity: amendment.quantity }),
        ...(amendment.values === undefined ? {} : { values: JSON.stringify(amendment.values) }),
        ...(amendment.offerVersionId === undefined ? {} : { offer_version_id: amendment.offerVersionId }),
        ...(amendment.longCommitmentWaiver === undefined ? {} : { long_commitment_waiver: true }),
      })
      .where('id', '=', row.id),
  )
  if (prices)
    await tx.run(
      db
        .updateTable('subscription_prices')
        .set({
          one_off_cents: prices.oneOffCents,
          monthly_cents: prices.monthlyCents,
          termination_cents: prices.terminationCents,
          lines: JSON.stringify(prices.lines),
        })
        .where('subscription_id', '=', row.id),
    )
  if (amendment.commitment) await startCommitment(tx, row, amendment.day, amendment.commitment)
  await announceSubscription(tx, row)
  return row
}
