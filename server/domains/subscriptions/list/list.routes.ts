import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { type DisplayedState, exportSubscriptions, listSubscriptions } from '#api/subscriptions/list/subscription-list'
import type { OrderKind } from '#api/subscriptions/rules/operations'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { csvLine } from '../../../platform/http/csv.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { presentRow } from '../present-row.ts'
import { type SubscriptionFilters, subscriptionPage, subscriptionsMatching } from './subscriptions-query.ts'

/** Above it nothing is counted: a partner's or the carrier's list would be read as a whole at each page. */
const countedAtMost = 1000

const list = route(listSubscriptions, async (ctx, { query: { sort, cursor, ...filters } }) => {
  const { query, page } = subscriptionPage(ctx.universe, filters, { sort, cursor })
  // Contracts on their way out are few, and the home page of a partner says how many.
  if (ctx.universe !== 'client' && filters.state !== 'termination_requested') {
    const { rows } = await ctx.read(query)
    return page(rows[0], presentRow)
  }
  const counted = db
    .selectFrom(
      subscriptionsMatching(filters)
        .select(sql`1`.as('one'))
        .limit(countedAtMost + 1)
        .as('some'),
    )
    .select(sql<number>`count(*)::int`.as('total'))
  const { rows } = await ctx.read(query, counted)
  const total = rows[1][0]?.total ?? 0
  return page(rows[0], presentRow, total > countedAtMost ? null : total)
})

const exportedAtOnce = 2000

const states: Readonly<Record<DisplayedState, string>> = {
  awaiting_client: 'En attente de validation client',
  submitted: 'Commande déposée',
  in_delivery: 'Commande en cours de livraison',
  delivered: 'Commande livrée',
  cancelled_by_client: 'Commande annulée (client)',
  cancelled: 'Commande annulée',
  impossible: 'Commande impossible',
  terminated: 'Résiliée',
}
const kinds: Readonly<Record<OrderKind, string>> = {
  creation: 'Création',
  addition: 'Ajout',
  modification: 'Modification',
  termination: 'Résiliation',
}
const header = [
  'Pilote',
  'Réf.',
  'Nom',
  'Réf. dernière commande',
  'Client final',
  'Réf. client final',
  'Compte client',
  'Ville',
  'Date de livraison',
  'État',
  'Type',
]

/** Page after page by key: each enters the database again under the caller's right, so that no transaction stays open however slowly it is read. */
const exportLines = async function* (ctx: Context, filters: SubscriptionFilters, sort: string | undefined) {
  let cursor: string | undefined
  do {
    const { query, page } = subscriptionPage(ctx.universe, filters, { sort, cursor, limit: exportedAtOnce })
    const { rows } = await ctx.read(query)
    const answer = page(rows[0], presentRow)
    yield answer.items
      .map((row) =>
        csvLine([
          row.pilot ?? 'Aucun',
          row.reference,
          row.name,
          row.lastOrder?.reference ?? 'Aucune',
          row.client.name,
          row.client.reference,
          row.customerAccount,
          row.city,
          row.deliveredOn ?? 'Pas encore livrée',
          states[row.displayedState],
          kinds[row.type],
        ]),
      )
      .join('')
    cursor = answer.next ?? undefined
  } while (cursor)
}

const download = route(exportSubscriptions, async (ctx, { query: { sort, ...filters } }, reply) => {
  const lines = exportLines(ctx, filters, sort)
  // The first page is read before anything is sent, so that a refusal is a problem and not a broken file.
  const first = await lines.next()
  const whole = async function* () {
    yield `\ufeff${csvLine(header)}`
    if (!first.done) yield first.value
    yield* lines
  }
  reply.file(Readable.from(whole()), `offres-contractees-${dayOf(ctx.request.now)}.csv`)
})

export const subscriptionListRoutes: Route[] = [list, download]
