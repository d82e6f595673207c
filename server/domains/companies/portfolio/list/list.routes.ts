import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { exportClients, listClients } from '#api/companies/portfolio/clients'
import { formatSiren } from '#api/companies/rules/company/siren'
import { dayOf } from '../../../../platform/clock.ts'
import type { Context } from '../../../../platform/context.ts'
import { keyset } from '../../../../platform/db/keyset.ts'
import { db } from '../../../../platform/db/query.ts'
import { csvLine } from '../../../../platform/http/csv.ts'
import { type Route, route } from '../../../../platform/http/route.ts'
import { type ClientFilters, type ClientRecord, clientRows, clientSorts, clientsMatching, presentClient } from './clients-query.ts'
import { mayCreateClient } from './portfolio.policy.ts'

/** Above it the list says « more than ». Counting further would read the whole portfolio at each page. */
const countedAtMost = 1000

const list = route(listClients, async (ctx, { query: { sort, cursor, ...filters } }) => {
  const { query, page } = keyset(clientRows(ctx.universe, filters), {
    sorts: clientSorts,
    tie: sql`c.id`,
    sort,
    cursor,
    defaultSort: 'name',
  })
  const counted = db
    .selectFrom(
      clientsMatching(ctx.universe, filters)
        .select(sql`1`.as('one'))
        .limit(countedAtMost + 1)
        .as('some'),
    )
    .select(sql<number>`count(*)::int`.as('total'))
  const { scope, rows } = await ctx.read(query, counted)
  const total = rows[1][0]?.total ?? 0
  return {
    ...page(rows[0] as ClientRecord[], presentClient(ctx.universe), total > countedAtMost ? null : total),
    abilities: { create: mayCreateClient(scope) },
  }
})

const exportedAtOnce = 2000
const labels = {
  state: { active: 'Active', suspended: 'Suspendue', closed: 'Fermée' },
  financialState: { sound: 'Saine', watch: 'À surveiller', blocked: 'Bloquée' },
} as const

/**
 * The whole list, page after page by key: each page enters the database again under the caller's right, so the export holds no transaction
 * open however slowly it is read, and stops if the right is withdrawn.
 */
const exportLines = async function* (ctx: Context, filters: ClientFilters) {
  const present = presentClient(ctx.universe)
  let cursor: string | undefined
  do {
    const { query, page } = keyset(clientRows(ctx.universe, filters), {
      sorts: clientSorts,
      tie: sql`c.id`,
      sort: undefined,
      cursor,
      defaultSort: 'reference',
      limit: exportedAtOnce,
    })
    const { rows } = await ctx.read(query)
    const answer = page(rows[0] as ClientRecord[], present)
    yield answer.items
      .map((row) =>
        csvLine([
          row.reference,
          row.name,
          row.siren ? formatSiren(row.siren) : '',
          labels.state[row.state],
          labels.financialState[row.financialState],
          row.postcode,
          row.city,
          row.partner ? `${row.partner.reference} ${row.partner.name}` : '',
          row.createdAt.slice(0, 10),
        ]),
      )
      .join('')
    cursor = answer.next ?? undefined
  } while (cursor)
}

const download = route(exportClients, async (ctx, { query }, reply) => {
  const lines = exportLines(ctx, query)
  // The first page is read before anything is sent, so that a refusal is a problem and not a broken file.
  const first = await lines.next()
  const whole = async function* () {
    yield `\ufeff${csvLine(['Référence', 'Raison sociale', 'SIREN', 'État', 'Situation financière', 'Code postal', 'Ville', 'Partenaire', 'Créée le'])}`
    if (!first.done) yield first.value
    yield* lines
  }
  reply.file(Readable.from(whole()), `societes-${dayOf(ctx.request.now)}.csv`)
})

export const listRoutes: Route[] = [list, download]
