import { downloadSubscriptionDocument, downloadSubscriptionSheet, readSubscription } from '#api/orders/contract/contract'
import { first, found } from '../../../platform/db/questions.ts'
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
  const { scope, ...parts } = await ctx.read({
    contract: found(contracts.contract(reference)),
    sites: contracts.sites(reference),
    operations: contracts.operations(reference),
    steps: contracts.runningSteps(reference),
    commitments: contracts.commitments(reference),
    services: contracts.services(reference),
    documents: contracts.documents(reference),
    sheets: contracts.sheets(reference),
    termination: first(contracts.termination(reference)),
    additions: contracts.additions(reference),
    seller: first(contracts.seller(reference)),
  })
  const readsAmounts = !scope.isEndClient
  const reserved = await ctx.read({
    prices: readsAmounts ? first(contracts.prices(reference)) : null,
    commitmentAmounts: readsAmounts ? contracts.commitmentAmounts(reference) : null,
    runningItems: readsAmounts ? contracts.runningItems(reference) : null,
    terminationAmounts: readsAmounts ? contracts.terminationAmounts(reference) : null,
    accountcodes: scope.universe === 'client' ? null : contracts.accountcodes(reference),
    resale: readsAmounts ? null : first(contracts.resalePrice(reference)),
  })
  return presentContract(scope, ctx.request.now, parts, reserved)
})

/** A contracted offer with everything about it. */
export const contractRoutes = ({ files, documents }: { readonly files: FileStore; readonly documents: DocumentRenderer }): Route[] => [
  read,
  route(downloadSubscriptionDocument, async (ctx, { params }, reply) => {
    const read = await ctx.read({ documents: contracts.documents(params.subscription) })
    const document = read.documents.find(({ id }) => id === params.document)
    if (!document) throw new Problem('not_found')
    reply.file(await files.open(document.storage_key), document.name)
  }),
  route(downloadSubscriptionSheet, async (ctx, { params }, reply) => {
    const { scope, sheets, version, issuer } = await ctx.read({
      sheets: contracts.sheets(params.subscription),
      version: first(contracts.composableSheet(params.subscription, params.sheet)),
      issuer: first(issuerSettingsQuery),
    })
    const sheet = sheets.find(({ id }) => id === params.sheet)
    if (sheet) return reply.file(await files.open(sheet.storage_key), sheet.name)
    if (!version) throw new Problem('not_found')
    const { pdf, name } = await composeSheet(documents, { version, issuer, language: scope.language })
    reply.file(pdf, name)
  }),
]
