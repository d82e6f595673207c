import { sql } from 'kysely'
import {
  type CommerceHit,
  type KeptKind,
  listKept,
  listKeptCommerce,
  markFavourite,
  rememberSeen,
  type SearchHit,
} from '#api/search/search'
import type { ScopedTransaction } from '../../platform/context.ts'
import { db, raw } from '../../platform/db/query.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { Problem } from '../../platform/problem.ts'
import { type CommerceRow, contractColumns, offerColumns, onSale, orderColumns, presentCommerce, soldIn } from './commerce-hits.ts'

/** In each universe: beyond, what was opened first is forgotten. */
const maximumSeen = 30
const maximumFavourites = 50

interface Named {
  readonly kind: KeptKind
  readonly reference: string
}

type Keys = Partial<Record<'user_id' | 'universe' | 'kind' | 'reference', string>>
const matches = (keys: Keys) =>
  sql<boolean>`${sql.join(
    Object.entries(keys).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
    sql` and `,
  )}`

const mine = (tx: ScopedTransaction) => ({ user_id: tx.scope.userId, universe: tx.scope.universe })

const keep = (tx: ScopedTransaction, { kind, reference }: Named, moment: { seen_at: Date } | { favoured_at: Date }) =>
  tx.run(
    db
      .insertInto('kept_objects')
      .values({ ...mine(tx), company_id: tx.scope.companyId, kind, reference, ...moment })
      .onConflict((conflict) => conflict.columns(['user_id', 'universe', 'kind', 'reference']).doUpdateSet(moment)),
  )

const seen = route(rememberSeen, (ctx, { body }) =>
  ctx.write(async (tx) => {
    await keep(tx, body, { seen_at: tx.now })
    const { user_id, universe } = mine(tx)
    await tx.run(
      raw(sql`
        delete from kept_objects k where k.user_id = ${user_id} and k.universe = ${universe} and k.favoured_at is null and k.seen_at < (
          select seen_at from kept_objects where user_id = ${user_id} and universe = ${universe} and favoured_at is null
          order by seen_at desc offset ${maximumSeen - 1} limit 1)`),
    )
  }),
)

const mark = route(markFavourite, (ctx, { body: { kind, reference, favourite } }) =>
  ctx.write(async (tx) => {
    const own = { ...mine(tx), kind, reference }
    if (!favourite) {
      // What was not opened lately is kept for nothing any more.
      await tx.run(db.deleteFrom('kept_objects').where(matches(own)).where('seen_at', 'is', null))
      await tx.run(db.updateTable('kept_objects').set({ favoured_at: null }).where(matches(own)))
      return
    }
    const favourites = await tx.all(
      db
        .selectFrom('kept_objects')
        .where(matches(mine(tx)))
        .where('favoured_at', 'is not', null)
        .select(['kind', 'reference']),
    )
    if (favourites.some((one) => one.kind === kind && one.reference === reference)) return
    if (favourites.length >= maximumFavourites) throw new Problem('conflict')
    await keep(tx, { kind, reference }, { favoured_at: tx.now })
  }),
)

interface KeptRow {
  readonly seen_at: Date | null
  readonly favourite: boolean
}
const moments = ({ seen_at, favourite }: KeptRow) => ({ seenAt: seen_at?.toISOString() ?? null, favourite })

interface EntryRow extends KeptRow {
  readonly kind: SearchHit['kind']
  readonly reference: string
  readonly company_reference: string
  readonly label: string
  readonly sublabel: string | null
}

const list = route(listKept, async (ctx) => {
  const { kept } = await ctx.read({ kept: raw(sql<EntryRow>`select * from app.kept_entries(${ctx.universe})`) })
  return {
    items: kept.map((row) => ({
      kind: row.kind,
      reference: row.reference,
      companyReference: row.company_reference,
      label: row.label,
      sublabel: row.sublabel,
      ...moments(row),
    })),
  }
})

type CommerceKept = CommerceRow & KeptRow & { readonly kind: CommerceHit['kind'] }

/** Row security keeps what the reader may still see. */
const listCommerce = route(listKeptCommerce, async (ctx) => {
  const moment = sql`k.kind, k.seen_at, k.favoured_at is not null as favourite, greatest(k.seen_at, k.favoured_at) as moment`
  const own = (kind: CommerceHit['kind']) => sql`k.user_id = app.user_id() and k.universe = ${ctx.universe} and k.kind = ${kind}`
  const { kept } = await ctx.read({
    kept: raw(sql<CommerceKept>`
      select * from (
        select ${contractColumns}, ${moment} from kept_objects k join subscriptions c on c.reference = k.reference join offers f on f.id = c.offer_id
        where ${own('contract')}
        union all
        select ${orderColumns}, ${moment} from kept_objects k join orders o on o.reference = k.reference
        join subscriptions s on s.id = o.subscription_id join offers f on f.id = o.offer_id where ${own('order')}
        union all
        select ${offerColumns}, ${moment} from kept_objects k join offers f on f.code = k.reference
        where ${own('offer')} and ${onSale(ctx.universe)} and ${soldIn(ctx.universe)}
      ) kept order by moment desc`),
  })
  return { items: kept.map((row) => ({ ...presentCommerce(row.kind, row), ...moments(row) })) }
})

export const keptRoutes: Route[] = [seen, mark, list, listCommerce]
