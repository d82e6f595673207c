import { type RawBuilder, sql } from 'kysely'
import { raw } from '../../../platform/db/query.ts'
import { type FoundReader, type ReaderRule, readersBy } from '../../../platform/mail/define-news.ts'

/** Which orders a news is about: a condition on `o`. */
export type OrdersOf<S> = (subject: S) => RawBuilder<unknown>

const person = sql`k.email, u.id as user_id, u.login, u.language`

/** Who ordered; nobody when the carrier entered it, or a partner who left since. */
export const orderer = <S>(ordersOf: OrdersOf<S>): ReaderRule<S> =>
  readersBy('orderer', (subject) =>
    raw<FoundReader>(sql`
      select ${person}, o.placed_universe as universe, o.id as about
      from orders o join users u on u.id = o.placed_by_user_id join contacts k on k.id = u.contact_id
      where ${ordersOf(subject)} and u.state = 'active'
        and u.company_id = case o.placed_universe when 'client' then o.company_id when 'ambassador' then o.ambassador_id when 'operator' then o.operator_id end
      order by o.number`),
  )

/** Administrators of who pays. */
export const administratorsOfPayer = <S>(ordersOf: OrdersOf<S>): ReaderRule<S> =>
  readersBy('administrator', (subject) =>
    raw<FoundReader>(sql`
      select ${person}, case when o.company_id <> o.payer_id then 'operator' else 'client' end as universe, o.id as about
      from orders o join users u on u.company_id = o.payer_id and u.is_administrator and u.state = 'active' join contacts k on k.id = u.contact_id
      where ${ordersOf(subject)} order by u.login, o.number`),
  )

/** Administrators of the client itself. */
export const administratorsOfClient = <S>(ordersOf: OrdersOf<S>): ReaderRule<S> =>
  readersBy('administrator', (subject) =>
    raw<FoundReader>(sql`
      select ${person}, 'client' as universe, o.id as about
      from orders o join users u on u.company_id = o.company_id and u.is_administrator and u.state = 'active' join contacts k on k.id = u.contact_id
      where ${ordersOf(subject)} order by u.login, o.number`),
  )

/** The contact on site: without access unless another rule names them. */
export const onSite = <S>(ordersOf: OrdersOf<S>): ReaderRule<S> =>
  readersBy('onsite', (subject) =>
    raw<FoundReader>(sql`
      select k.email, null::uuid as user_id, null as login, u.language, null as universe, o.id as about
      from orders o join contacts k on k.id = o.onsite_contact_id left join users u on u.contact_id = k.id
      where ${ordersOf(subject)} and k.archived_at is null order by o.number`),
  )

/** More people than this are not asked to decide on one order: administrators come first. */
const mostDeciders = 30

/** Who may decide on an order that waits for who pays, on the sites of their right. */
export const deciders = <S>(ordersOf: OrdersOf<S>, right: 'orders.manage' | 'orders.terminate'): ReaderRule<S> =>
  readersBy('decider', (subject) =>
    raw<FoundReader>(sql`
      select email, user_id, login, language, universe, about from (
        select ${person}, er.universe, o.id as about, o.number,
          dense_rank() over (order by u.is_administrator desc, u.login) as rank
        from orders o
          join effective_rights er on er.company_id = o.payer_id and er.universe = case when o.company_id <> o.payer_id then 'operator' else 'client' end
          join users u on u.id = er.user_id and u.state = 'active' join contacts k on k.id = u.contact_id
        where ${ordersOf(subject)} and er.grants ? ${right}::text
          and (er.grants ->> ${right}::text = 'all' or er.grants -> ${right}::text @> to_jsonb(o.site_ids))) found
      where rank <= ${mostDeciders} order by rank, number`),
  )

/** Somebody by their login's id: who acted. */
export const actor = <S>(
  actorOf: (subject: S) => { readonly userId: string; readonly universe: FoundReader['universe'] },
  ordersOf: OrdersOf<S>,
): ReaderRule<S> =>
  readersBy('orderer', (subject) => {
    const { userId, universe } = actorOf(subject)
    return raw<FoundReader>(sql`
      select ${person}, ${universe}::text as universe, o.id as about
      from users u join contacts k on k.id = u.contact_id cross join orders o where u.id = ${userId} and ${ordersOf(subject)} order by o.number`)
  })
