import { sql } from 'kysely'
import type { StepActor } from '#api/catalog/rules/offer-definition'
import type { StepState } from '#api/subscriptions/rules/operations'
import type { Template } from '#api/templates'
import { db, type RowsOf, raw } from '../../platform/db/query.ts'
import { englishName } from '../catalog/english-name.ts'
import { inHands, lateOn, running } from '../orders/queue/late-orders.ts'

const own = sql<string>`(select app.company_id())`
const me = sql<string>`(select app.user_id())`
const count = sql<number>`count(*)::int`

interface StepRow {
  readonly fr: string
  readonly en: string
  readonly actor: StepActor
  readonly state: StepState
  readonly plannedOn: string | null
  readonly doneOn: string | null
  readonly blockedBy: StepActor | null
  readonly cause: string | null
}

/** What runs, with its steps: late first, then what is announced soonest. */
const orders = (today: string) =>
  db
    .selectFrom('orders as o')
    .innerJoin('offers as f', 'f.id', 'o.offer_id')
    .innerJoin('companies as c', 'c.id', 'o.company_id')
    .leftJoin('sites as st', 'st.id', 'o.site_id')
    .where(running)
    .select(['o.reference', 'o.kind', 'o.state', 'o.offer_name', 'o.company_name', 'o.site_ids', 'o.payer_id', 'o.placed_at'])
    .select(['o.placed_by_name', 'o.placed_universe', 'o.pilot_name', 'o.pilot_user_id', 'o.delivered_on', 'o.planned_on', 'o.wished_on'])
    .select(['o.next_due_on', 'o.next_due_by', 'o.steps_end_on', 'o.waits_for', 'c.reference as company_reference', 'st.name as site_name'])
    .select([englishName(sql`o.offer_name`).as('offer_name_en'), sql<number>`(count(*) over ())::int`.as('total')])
    .select(
      sql<StepRow[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('fr', p.label, 'en', p.label_en, 'actor', p.actor, 'state', p.state, 'plannedOn', p.planned_on,
          'doneOn', p.done_on, 'blockedBy', p.blocked_by, 'cause', p.blocked_cause) order by p.position, p.id), '[]')
        from order_steps p where p.order_id = o.id)`.as('steps'),
    )
    .orderBy(sql`${lateOn(today)} desc`)
    .orderBy(sql`least(o.planned_on, o.next_due_on, o.steps_end_on, o.wished_on)`)
    .orderBy('o.number')
export type HomeOrderRow = RowsOf<ReturnType<typeof orders>>[number]

/** A customer's; a partner's most pressing ones. */
export const runningOrders = (today: string, limit: number) => orders(today).limit(limit)

/** The carrier's late ones: the reader's own first, the latest first. */
export const slippingOrders = (today: string) =>
  orders(today)
    .where(lateOn(today))
    .clearOrderBy()
    .orderBy(sql`o.pilot_user_id is not distinct from ${me} desc`)
    .orderBy(sql`least(coalesce(o.planned_on, o.wished_on), o.next_due_on)`)
    .orderBy('o.number')
    .limit(6)

/** A partner's clients for whom something runs: late first, then what they have to decide. */
export const clients = (today: string) =>
  db
    .selectFrom('orders as o')
    .innerJoin('companies as c', 'c.id', 'o.company_id')
    .where(running)
    .groupBy(['c.reference', 'c.name'])
    .select(['c.reference', 'c.name', count.as('running')])
    .select(sql<number>`count(*) filter (where ${lateOn(today)})::int`.as('late'))
    .select(sql<number>`count(*) filter (where o.state = 'awaiting_client')::int`.as('to_decide'))
    .orderBy('late', 'desc')
    .orderBy('to_decide', 'desc')
    .orderBy('running', 'desc')
    .orderBy('c.name')
    .limit(8)

const isBlocked = sql`(${inHands} and o.blocked_step_id is not null)`

/** The carrier's running orders by pilot, counted. */
export const loads = (today: string) =>
  raw<{
    pilot: string | null
    is_mine: boolean
    all: number
    late: number
    blocked: number
    blocked_late: number
    to_decide: number
    week: number
  }>(sql`
    select case when o.state = 'awaiting_client' then null else o.pilot_name end as pilot, coalesce(o.pilot_user_id = ${me}, false) as is_mine,
      count(*)::int as "all", count(*) filter (where ${lateOn(today)})::int as late,
      count(*) filter (where ${isBlocked})::int as blocked, count(*) filter (where ${isBlocked} and ${lateOn(today)})::int as blocked_late,
      count(*) filter (where o.state = 'awaiting_client')::int as to_decide,
      count(*) filter (where ${inHands} and o.planned_on between ${today}::date and ${today}::date + 6)::int as week
    from orders o where ${running} group by 1, 2 order by late desc, "all" desc, 1`)
export type LoadRow = RowsOf<ReturnType<typeof loads>>[number]

/** What is to be delivered on each of the next days. */
export const days = (today: string) =>
  raw<{ day: string; late: number; waiting: number; all: number }>(sql`
    select o.planned_on as day, count(*)::int as "all", count(*) filter (where ${lateOn(today)})::int as late,
      count(*) filter (where not ${lateOn(today)} and coalesce(o.waits_for, 'carrier') <> 'carrier')::int as waiting
    from orders o where ${inHands} and o.planned_on between ${today}::date and ${today}::date + 6 group by 1 order by 1`)

/** People of the reader's company who did not use their invitation yet, the oldest first. */
export const invited = () =>
  db
    .selectFrom('users')
    .where('state', '=', 'invited')
    .where('company_id', '=', own)
    .select([
      'login',
      'display_name',
      'site_id',
      'created_at',
      sql<Date | null>`invitation_times[cardinality(invitation_times)]`.as('again_at'),
    ])
    .orderBy('created_at')
    .limit(100)

export const mandatesToSign = () =>
  db
    .selectFrom('payment_details')
    .where('mandate_state', '=', 'to_sign')
    .where('company_id', '=', own)
    .select([count.as('count'), sql<Date | null>`min(created_at)`.as('since')])

/** Lines of the reader's own basket. */
export const basketLines = () =>
  db
    .selectFrom('basket_lines as l')
    .innerJoin('baskets as b', 'b.id', 'l.basket_id')
    .where('b.user_id', '=', me)
    .where('b.company_id', '=', own)
    .where('b.universe', '=', 'client')
    .where('b.state', '=', 'open')
    .select(count.as('count'))

/** What an operator's clients ask of it. */
export const openRequests = () =>
  db
    .selectFrom('purchase_requests as r')
    .innerJoin('companies as c', 'c.id', 'r.company_id')
    .where('r.state', '=', 'open')
    .select(['r.id', 'r.requested_at', 'c.name', sql<number>`(count(*) over ())::int`.as('total')])
    .orderBy('r.requested_at')
    .limit(10)

export const pendingProposals = () =>
  db
    .selectFrom('company_proposals')
    .where('state', '=', 'pending')
    .select([count.as('count'), sql<Date | null>`min(created_at)`.as('since')])

/** Mails that need somebody: refused, or of which nobody knows. */
export const failedMails = () =>
  db
    .selectFrom('mails')
    .where('state', 'in', ['failed', 'uncertain'])
    .select([count.as('count'), sql<Date | null>`max(created_at)`.as('since')])

/** Files that were checked and wait to be applied. */
export const checkedImports = () =>
  db
    .selectFrom('imports')
    .where('state', '=', 'checked')
    .where('valid', '>', 0)
    .select([count.as('count'), sql<Date | null>`min(created_at)`.as('since')])

export const heldRights = () =>
  raw<{ name: string; universe: string | null; templates: Template[]; sites: string[] | null }>(sql`
    select r.name, r.universe, r.templates,
      case when r.all_sites then null
        else array(select s.name from right_sites rs join sites s on s.id = rs.site_id where rs.right_id = r.id order by s.name) end as sites
    from user_rights ur join rights r on r.id = ur.right_id where ur.user_id = ${me} order by r.name`)

export const administrators = () =>
  db
    .selectFrom('users')
    .where('is_administrator', '=', true)
    .where('state', '=', 'active')
    .where('company_id', '=', own)
    .select('display_name')
    .orderBy('display_name')
    .limit(5)
