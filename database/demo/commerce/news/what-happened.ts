import type pg from 'pg'
import { demoId } from '../../identifiers.ts'
import { kinds } from '../contracts/row-ids.ts'

/** Something that the portal would have told, with what it says. */
export interface Happened {
  readonly code: string
  readonly at: Date
  readonly company_id: string
  readonly ambassador_id: string | null
  readonly operator_id: string | null
  readonly carrier_id: string | null
  readonly site_id: string | null
  /** The only universe told; null: all those concerned. */
  readonly universe: string | null
  readonly object_reference: string
  readonly parameters: Readonly<Record<string, unknown>>
}

/** Days: what happened to the companies that people look at first; to the others, that only their partner and the carrier hear of. */
const [longAgo, recently] = [395, 45]

/** Read from the orders, steps and terminations themselves: what is told is what one finds there. */
const query = `
  with fact as (
    select o.id as order_id, 'order.awaits_validation' as code, o.placed_at as at, 'client' as universe, null as detail,
      o.placed_by_name || case when o.placed_universe = 'carrier' then '' else coalesce(', ' || p.name, '') end as by
    from orders o left join users u on u.id = o.placed_by_user_id left join companies p on p.id = u.company_id
    where o.state = 'awaiting_client' and o.kind <> 'termination'
    union all
    select o.id, 'order.validated', b.terms_accepted_at, o.placed_universe, null, b.terms_accepted_by
    from orders o join order_batches b on b.id = o.batch_id where b.terms_accepted_at is not null and b.terms_accepted_at > b.placed_at
    union all
    select s.order_id, 'order.waits', s.blocked_at, null, s.blocked_cause, null
    from order_steps s where s.state = 'blocked' and s.blocked_by in ('client', 'partner')
    union all
    select o.id, 'order.stopped', o.closed_at, null, o.closing_reason, null from orders o where o.state in ('cancelled', 'impossible')
    union all
    select o.id, code, o.closed_at + after, null, null, null
    from orders o, (values ('order.delivered', interval '0'), ('order.delivery_note_sent', interval '2 minutes')) as v (code, after)
    where o.state = 'delivered' and o.kind in ('creation', 'addition')
    union all
    select t.order_id, 'subscription.termination_requested', t.requested_at, null, t.effective_on::text, t.requested_by_name from terminations t
    union all
    select t.order_id, 'subscription.termination_withdrawn', t.withdrawn_at, null, null, t.withdrawn_by_name
    from terminations t where t.state = 'withdrawn'
    union all
    select t.order_id, 'order.termination_delivered', t.closed_at, null, null, null from terminations t where t.state = 'effective'
  )
  select f.code, f.at, f.universe, o.company_id, o.ambassador_id, o.operator_id,
    (select id from companies where universes @> array['carrier'] order by number limit 1) as carrier_id,
    case when cardinality(o.site_ids) = 1 then o.site_id end as site_id,
    case when f.code like 'subscription.%' then s.reference else o.reference end as object_reference,
    f.detail, f.by, o.offer_name as offer, o.company_name as company, o.state as order_state, s.reference as contract,
    case when cardinality(o.site_ids) = 1 then t.name end as site
  from fact f join orders o on o.id = f.order_id join subscriptions s on s.id = o.subscription_id join sites t on t.id = o.site_id
    join companies c on c.id = o.company_id
  where o.id between $1 and $2 and f.at <= $3::timestamptz
    and f.at > $3::timestamptz - make_interval(days => case when c.number <= 15 then $4::int else $5::int end)
    and not exists (select from notification_events e where e.code = f.code and e.object_reference in (o.reference, s.reference))
  order by f.at, f.code, o.number`

interface Fact extends Omit<Happened, 'parameters'> {
  readonly detail: string | null
  readonly by: string | null
  readonly offer: string
  readonly company: string
  readonly order_state: string
  readonly contract: string
  readonly site: string | null
}

const parametersOf = ({ code, detail, by, offer, company, site, contract, order_state: state }: Fact): Happened['parameters'] => {
  const about = { offer, company, site }
  switch (code) {
    case 'order.awaits_validation':
    case 'order.validated':
      return { ...about, by: by ?? '' }
    case 'order.waits':
      return { ...about, contract, cause: detail ?? '' }
    case 'order.stopped':
      return { ...about, contract, outcome: state, reason: detail ?? '' }
    case 'order.delivered':
      return about
    case 'subscription.termination_requested':
      return { offer, company, effectiveOn: detail ?? '', by: by ?? '' }
    case 'subscription.termination_withdrawn':
      return { offer, company, by: by ?? '' }
    default:
      return { ...about, contract }
  }
}

/** What happened to the demonstration's own orders up to now, the oldest first. */
export const happened = async (client: pg.Client, now: Date): Promise<Happened[]> => {
  const { rows } = await client.query<Fact>(query, [demoId(kinds.order, 0), demoId(kinds.order, 2 ** 40), now, longAgo, recently])
  return rows.map((fact) => ({ ...fact, parameters: parametersOf(fact) }))
}
