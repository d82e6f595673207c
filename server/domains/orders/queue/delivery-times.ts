import { sql } from 'kysely'
import { usualDays } from '#api/orders/rules/late-risk'
import { raw, type Transaction } from '../../../platform/db/query.ts'
import { defineJob } from '../../../platform/jobs/define-job.ts'
import { type PeriodicJob, periodicPayload } from '../../../platform/jobs/periodic.ts'

/** What an offer takes changes: only the deliveries of the last year tell. */
const rememberedDays = 365

interface Delivered {
  readonly offer_id: string
  readonly days: number[]
}

/** Computes again how long each offer usually takes, from the orders delivered. An offer with too few of them has no usual time. */
export const computeDeliveryTimes = async (tx: Transaction): Promise<void> => {
  const offers = await tx.all(
    raw<Delivered>(sql`
      select offer_id, array_agg(greatest(0, delivered_on - (submitted_at at time zone 'Europe/Paris')::date)) as days
      from orders
      where state = 'delivered' and submitted_at is not null and delivered_on is not null and kind <> 'termination'
        and delivered_on > (${tx.now}::timestamptz at time zone 'Europe/Paris')::date - ${rememberedDays}::int
      group by offer_id`),
  )
  const times = offers.flatMap(({ offer_id, days }) => {
    const usual = usualDays(days)
    return usual === null ? [] : [{ offer_id, delivered_orders: days.length, p80_days: usual }]
  })
  await tx.run(raw(sql`delete from offer_delivery_times where not (offer_id = any (${times.map(({ offer_id }) => offer_id)}::uuid[]))`))
  await tx.run(
    raw(sql`
      insert into offer_delivery_times (offer_id, delivered_orders, p80_days, computed_at)
      select t.offer_id, t.delivered_orders, t.p80_days, ${tx.now}::timestamptz
      from json_to_recordset(${JSON.stringify(times)}::json) as t (offer_id uuid, delivered_orders integer, p80_days integer)
      on conflict (offer_id) do update set
        delivered_orders = excluded.delivered_orders, p80_days = excluded.p80_days, computed_at = excluded.computed_at`),
  )
}

export const deliveryTimesJob = defineJob('orders.delivery_times', periodicPayload)
export const deliveryTimesPeriodicJob: PeriodicJob = { identifier: deliveryTimesJob.identifier, schedule: { daily: '03:40' } }
