import { Readable } from 'node:stream'
import {
  bulkEditAccountcodes,
  exportAccountcodes,
  listAccountcodes,
  readAccountcodeHistory,
  updateAccountcode as updateEndpoint,
} from '#api/subscriptions/accountcodes/accountcodes'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/context.ts'
import { keyset } from '../../../platform/db/keyset.ts'
import { db } from '../../../platform/db/query.ts'
import { csvLine } from '../../../platform/http/csv.ts'
import { readAll } from '../../../platform/http/read-all.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { Problem } from '../../../platform/problem.ts'
import { mayEditAccountcodes } from './accountcodes.policy.ts'
import { type AccountcodeFilters, accountcode, accountcodeRows, sorts } from './accountcodes-query.ts'
import { bulkEdit, bulkHeader } from './bulk-edit.ts'
import { presentAccountcode } from './present-accountcode.ts'
import { updateAccountcode } from './update-accountcode.ts'

const tie = sorts.number

const list = route(listAccountcodes, async (ctx, { query: { sort, cursor, ...filters } }) => {
  const { query, page } = keyset(accountcodeRows(filters), { sorts, tie, sort, cursor, defaultSort: 'number' })
  const { scope, rows } = await ctx.read(query)
  return { ...page(rows[0], presentAccountcode(scope)), abilities: { edit: mayEditAccountcodes(scope) } }
})

const exportedAtOnce = 2000

/** The same columns come back through the bulk edit; the others are for the reader. */
const header = [...bulkHeader, 'Client final', 'Réf. client final', 'Site', 'Service', 'Nom du service', 'Offre contractée', 'État']

const exportLines = async function* (ctx: Context, filters: AccountcodeFilters) {
  let cursor: string | undefined
  do {
    const { query, page } = keyset(accountcodeRows(filters), {
      sorts,
      tie,
      sort: undefined,
      cursor,
      defaultSort: 'number',
      limit: exportedAtOnce,
    })
    const { scope, rows } = await ctx.read(query)
    const answer = page(rows[0], presentAccountcode(scope))
    yield answer.items
      .map((row) =>
        csvLine([
          row.number,
          row.label,
          row.partnerCode,
          row.client.name,
          row.client.reference,
          row.site,
          row.service.reference,
          row.service.name,
          row.subscription.reference,
          row.state === 'closed' ? 'Fermé' : 'Actif',
        ]),
      )
      .join('')
    cursor = answer.next ?? undefined
  } while (cursor)
}

const download = route(exportAccountcodes, async (ctx, { query }, reply) => {
  const lines = exportLines(ctx, query)
  // The first page is read before anything is sent, so that a refusal is a problem and not a broken file.
  const first = await lines.next()
  const whole = async function* () {
    yield `\ufeff${csvLine(header)}`
    if (!first.done) yield first.value
    yield* lines
  }
  reply.file(Readable.from(whole()), `accountcodes-${dayOf(ctx.request.now)}.csv`)
})

const textOf = (value: unknown, field: string): string | null => {
  const found = (value as Readonly<Record<string, unknown>> | null)?.[field]
  return typeof found === 'string' ? found : null
}
const sideOf = (value: unknown) => ({ label: textOf(value, 'label'), partnerCode: textOf(value, 'partnerCode') })

const history = route(readAccountcodeHistory, async (ctx, { params }) => {
  const { rows } = await ctx.read(
    accountcode(params.accountcode),
    db
      .selectFrom('activity')
      .where('object_kind', '=', 'accountcode')
      .where('object_reference', '=', params.accountcode)
      .select(['at', 'actor_name', 'before', 'after'])
      .orderBy('at', 'desc')
      .limit(200),
  )
  if (!rows[0][0]) throw new Problem('not_found')
  return {
    items: rows[1].map((line) => ({
      at: line.at.toISOString(),
      by: line.actor_name,
      before: sideOf(line.before),
      after: sideOf(line.after),
    })),
  }
})

const bulk = route(bulkEditAccountcodes, async (ctx, { query, stream }) => {
  // Nobody's megabytes are taken before it is known that they may send them.
  await ctx.read()
  const bytes = await readAll(stream, bulkEditAccountcodes.bodyLimit ?? 0)
  return ctx.write((tx) => bulkEdit(tx, bytes, query.apply === '1'))
})

export const accountcodeRoutes: Route[] = [
  list,
  download,
  history,
  bulk,
  route(updateEndpoint, (ctx, { params, body }) => ctx.write((tx) => updateAccountcode(tx, params.accountcode, body))),
]
