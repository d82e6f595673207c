import {
  createPayment,
  downloadMandate,
  listPayments,
  revealIban,
  revokeMandate,
  signMandate,
  updatePayment,
} from '#api/companies/payment/payment'
import { say } from '#api/languages'
import { found } from '../../../platform/db/questions.ts'
import type { DocumentRenderer } from '../../../platform/documents/document-renderer.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import * as mandates from './mandate.ts'
import { mandateDocument } from './mandate-document.ts'
import { mayWritePayments, readsAllPayments } from './payment.policy.ts'
import { presentPayment } from './payment.presenter.ts'
import * as payments from './payment.repository.ts'
import { createPayment as create, type PaymentTools, updatePayment as update } from './write-payment.ts'

export const paymentRoutes = (tools: PaymentTools & { readonly documents: DocumentRenderer }): Route[] => [
  route(listPayments, async (ctx, { params }) => {
    const { scope, company, known } = await ctx.read({
      company: found(payments.payingCompany(params.company)),
      known: payments.payments(params.company),
    })
    return {
      items: known.map((row) => presentPayment(scope, row)),
      abilities: { create: mayWritePayments(scope, company), readAll: readsAllPayments(scope) },
    }
  }),
  route(createPayment, (ctx, { params, body }) => ctx.write((tx) => create(tx, tools, params.company, body))),
  route(updatePayment, (ctx, { params, body }) => ctx.write((tx) => update(tx, tools, params.company, params.payment, body))),
  route(revealIban, (ctx, { params }) => ctx.write((tx) => mandates.revealIban(tx, tools, params.company, params.payment))),
  route(signMandate, (ctx, { params, body }) => ctx.write((tx) => mandates.signMandate(tx, params.company, params.payment, body))),
  route(revokeMandate, (ctx, { params }) => ctx.write((tx) => mandates.revokeMandate(tx, params.company, params.payment))),
  route(downloadMandate, async (ctx, { params }, reply) => {
    const document = await ctx.write((tx) => mandateDocument(tx, tools, params.company, params.payment))
    reply.file(
      await tools.documents.render('sepa-mandate', document),
      `${say({ fr: 'mandat', en: 'mandate' }, document.language)}-${document.reference}.pdf`,
    )
  }),
]
