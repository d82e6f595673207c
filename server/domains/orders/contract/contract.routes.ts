import { downloadSubscriptionDocument, downloadSubscriptionSheet, readSubscription } from '#api/orders/contract/contract'
import type { DocumentRenderer } from '../../../platform/documents/document-renderer.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { Problem } from '../../../platform/problem.ts'
import { composeSheet } from '../../catalog/sheets/offer-sheets.ts'
import { issuerSettingsQuery } from '../../companies/issuer/issuer-settings.ts'
import { presentContract } from './contract.presenter.ts'
import * as contracts from './contract.repository.ts'

const read = route(readSubscription, async (ctx, { params }) => {
  const { subscription: reference } = params
  const { scope, rows } = await ctx.read(
    contracts.contract(reference),
    contracts.sites(reference),
    contracts.operations(reference),
    contracts.runningSteps(reference),
    contracts.commitments(reference),
    contracts.services(reference),
    contracts.documents(reference),
    contracts.sheets(reference),
    contracts.termination(reference),
    contracts.additions(reference),
    contracts.seller(reference),
  )
  const [[contract], sites, operations, steps, commitments, services, documents, sheets, [termination], additions, [seller]] = rows
  if (!contract) throw new Problem('not_found')
  const parts = { contract, sites, operations, steps, commitments, services, documents, sheets, termination, additions, seller }
  if (scope.isEndClient) {
    const resale = (await ctx.read(contracts.resalePrice(reference))).rows[0][0] ?? null
    return presentContract(scope, ctx.request.now, parts, { amounts: null, accountcodes: null, resale })
  }
  const amounts = (
    await ctx.read(contracts.prices(reference), contracts.commitmentAmounts(reference), contracts.terminationAmounts(reference))
  ).rows
  const accountcodes = scope.universe === 'client' ? null : (await ctx.read(contracts.accountcodes(reference))).rows[0]
  return presentContract(scope, ctx.request.now, parts, {
    amounts: { prices: amounts[0][0], commitments: amounts[1], terminations: amounts[2] },
    accountcodes,
    resale: null,
  })
})

/** A contracted offer with everything about it. */
export const contractRoutes = ({ files, documents }: { readonly files: FileStore; readonly documents: DocumentRenderer }): Route[] => [
  read,
  route(downloadSubscriptionDocument, async (ctx, { params }, reply) => {
    const { rows } = await ctx.read(contracts.documents(params.subscription))
    const document = rows[0].find(({ id }) => id === params.document)
    if (!document) throw new Problem('not_found')
    reply.file(await files.open(document.storage_key), document.name)
  }),
  route(downloadSubscriptionSheet, async (ctx, { params }, reply) => {
    const { scope, rows } = await ctx.read(
      contracts.sheets(params.subscription),
      contracts.composableSheet(params.subscription, params.sheet),
      issuerSettingsQuery,
    )
    const [sheets, [version], [issuer]] = rows
    const sheet = sheets.find(({ id }) => id === params.sheet)
    if (sheet) return reply.file(await files.open(sheet.storage_key), sheet.name)
    if (!version) throw new Problem('not_found')
    const { pdf, name } = await composeSheet(documents, { version, issuer, language: scope.language })
    reply.file(pdf, name)
  }),
]
