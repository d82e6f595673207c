import {
  bulkEditAccountcodes,
  listAccountcodes,
  readAccountcodeHistory,
  updateAccountcode as updateEndpoint,
} from '#api/subscriptions/accountcodes/accountcodes'
import { accountcodeStateWords, accountcodeWords } from '#api/subscriptions/words'
import { keyset } from '../../../platform/db/keyset.ts'
import { db } from '../../../platform/db/query.ts'
import { found } from '../../../platform/db/questions.ts'
import { readAll } from '../../../platform/http/read-all.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { textColumn } from '../../../platform/lists/export-columns.ts'
import { listRoutes, listSource } from '../../../platform/lists/list-routes.ts'
import { mayEditAccountcodes } from './accountcodes.policy.ts'
import { accountcode, accountcodeRows, sorts } from './accountcodes-query.ts'
import { bulkEdit } from './bulk-edit.ts'
import { presentAccountcode } from './present-accountcode.ts'
import { updateAccountcode } from './update-accountcode.ts'

export const accountcodeSource = listSource(listAccountcodes, {
  page: ({ filters }, order) => keyset(accountcodeRows(filters), { sorts, tie: sorts.number, ...order }),
  beside: (scope) => ({ abilities: { edit: mayEditAccountcodes(scope) } }),
  present: presentAccountcode,
  file: {
    name: { fr: 'accountcodes', en: 'accountcodes' },
    // The first three come back through the bulk edit; the others are for the reader.
    columns: () => [
      textColumn(accountcodeWords.number, ({ number }) => number),
      textColumn(accountcodeWords.label, ({ label }) => label),
      textColumn(accountcodeWords.partnerCode, ({ partnerCode }) => partnerCode),
      textColumn(accountcodeWords.client, ({ client }) => client.name),
      textColumn(accountcodeWords.clientReference, ({ client }) => client.reference),
      textColumn(accountcodeWords.site, ({ site }) => site),
      textColumn(accountcodeWords.service, ({ service }) => service.reference),
      textColumn(accountcodeWords.serviceName, ({ service }) => service.name),
      textColumn(accountcodeWords.contract, ({ subscription }) => subscription.reference),
      textColumn(accountcodeWords.state, ({ state }) => accountcodeStateWords[state]),
    ],
  },
})

const textOf = (value: unknown, field: string): string | null => {
  const found = (value as Readonly<Record<string, unknown>> | null)?.[field]
  return typeof found === 'string' ? found : null
}
const sideOf = (value: unknown) => ({ label: textOf(value, 'label'), partnerCode: textOf(value, 'partnerCode') })

const history = route(readAccountcodeHistory, async (ctx, { params }) => {
  const { lines } = await ctx.read({
    accountcode: found(accountcode(params.accountcode)),
    lines: db
      .selectFrom('activity')
      .where('object_kind', '=', 'accountcode')
      .where('object_reference', '=', params.accountcode)
      .select(['at', 'actor_name', 'before', 'after'])
      .orderBy('at', 'desc')
      .limit(200),
  })
  return {
    items: lines.map((line) => ({
      at: line.at.toISOString(),
      by: line.actor_name,
      before: sideOf(line.before),
      after: sideOf(line.after),
    })),
  }
})

const bulk = route(bulkEditAccountcodes, async (ctx, { query, stream }) => {
  // Nobody's megabytes are taken before it is known that they may send them.
  await ctx.enter()
  const bytes = await readAll(stream, bulkEditAccountcodes.bodyLimit ?? 0)
  return ctx.write((tx) => bulkEdit(tx, bytes, query.apply === '1'))
})

export const accountcodeRoutes: Route[] = [
  ...listRoutes(listAccountcodes, accountcodeSource),
  history,
  bulk,
  route(updateEndpoint, (ctx, { params, body }) => ctx.write((tx) => updateAccountcode(tx, params.accountcode, body))),
]
