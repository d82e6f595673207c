import { sql } from 'kysely'
import { db } from '../../../platform/db/query.ts'

export const families = () =>
  db.selectFrom('offer_families').orderBy('position').orderBy('code').select(['code', 'name', 'name_en', 'icon'])

/** Those that the reader has something in: an offer that it may know of, else a contract. */
export const familiesInUse = () =>
  families().where(
    sql<boolean>`(exists (select 1 from offers o where o.family = offer_families.code)
      or exists (select 1 from subscriptions s where s.family = offer_families.code))`,
  )

/** With what keeps each: its offers, whatever their state, and the contracts that bear its name. */
export const familiesAndContent = () =>
  families().select([
    sql<number>`(select count(*)::int from offers o where o.family = offer_families.code)`.as('offers'),
    sql<boolean>`exists (select 1 from subscriptions s where s.family = offer_families.code)`.as('contracts'),
  ])
