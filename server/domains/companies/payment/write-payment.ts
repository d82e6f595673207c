import type { createPayment as createEndpoint, Payment, updatePayment as updateEndpoint } from '#api/companies/payment/payment'
import { bicMatchesIban } from '#api/companies/rules/payment/bic'
import { maskIban } from '#api/companies/rules/payment/iban'
import { mandateReference } from '#api/companies/rules/payment/mandate-reference'
import type { BodyOf } from '#api/endpoint'
import type { Reader, ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { found } from '../../../platform/db/questions.ts'
import { newId } from '../../../platform/ids.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import type { SecretBox } from '../../../platform/secrets/secret-box.ts'
import { changes, recordActivity } from '../../activity/record-activity.ts'
import { openSite } from '../sites/sites.repository.ts'
import { mayWritePayments, needsNewMandate } from './payment.policy.ts'
import { historyOf, presentPayment } from './payment.presenter.ts'
import * as payments from './payment.repository.ts'
import { warnAdministrators } from './warn-administrators.ts'

export interface PaymentTools {
  readonly secrets: SecretBox
}

export interface LockedPayment {
  readonly company: payments.PayingCompanyRow
  readonly row: payments.PaymentRow
}

/** The company, locked: what is unique in it is decided one request at a time. @throws `forbidden` when the caller may not write. */
const lockCompany = async (tx: ScopedTransaction, reference: string): Promise<payments.PayingCompanyRow> => {
  const company = await tx.first(payments.payingCompany(reference).forUpdate())
  if (!company) throw new Problem('not_found')
  if (!mayWritePayments(tx.scope, company)) throw new Problem('forbidden')
  return company
}

/** Payment coordinates to act on, locked. */
export const lockPayment = async (tx: ScopedTransaction, reference: string, id: string): Promise<LockedPayment> => {
  const company = await lockCompany(tx, reference)
  const row = await tx.first(payments.payment(reference, id).forUpdate('d'))
  if (!row) throw new Problem('not_found')
  return { company, row }
}

/** Payment coordinates as they stand after a change. @throws Problem not_found */
export const readPayment = async ({ read }: Reader, reference: string, id: string): Promise<payments.PaymentRow> =>
  (await read({ payment: found(payments.payment(reference, id)) })).payment

/** A line of the history about payment coordinates. */
export const recordPayment = (
  tx: ScopedTransaction,
  { company, row }: LockedPayment,
  action: string,
  changed: { readonly before?: Record<string, unknown>; readonly after?: Record<string, unknown> } = {},
) =>
  recordActivity(tx, {
    companyId: company.id,
    siteId: row.site_id,
    action,
    objectKind: 'payment_details',
    objectReference: row.mandate_reference,
    objectLabel: row.site_name ?? company.name,
    ...changed,
  })

/** The account in clear. */
export const openIban = async (tx: ScopedTransaction, secrets: SecretBox, id: string): Promise<string> => {
  const sealed = await tx.first(payments.sealedIban(id))
  if (!sealed) throw new Problem('not_found')
  return secrets.open(sealed.iban_sealed, payments.ibanContext(id))
}

const newMandate = async (tx: ScopedTransaction, company: { readonly reference: string }) => {
  const next = await tx.first(payments.nextMandateNumber)
  if (!next) throw new Error('The sequence of mandates gave no number.')
  return {
    mandate_reference: mandateReference(company.reference, next.number),
    mandate_state: 'to_sign' as const,
    mandate_signed_on: null,
    mandate_made_at: tx.now,
  }
}

type Fields = Omit<BodyOf<typeof updateEndpoint>, 'iban' | 'version'>
const columns = (fields: Fields) => ({
  holder_name: fields.holderName,
  bic: fields.bic,
  billing_name: fields.billingName,
  billing_street: fields.billingStreet,
  billing_complement: fields.billingComplement,
  billing_postcode: fields.billingPostcode,
  billing_city: fields.billingCity,
  billing_country: fields.billingCountry,
  billing_email: fields.billingEmail,
  mandate_scheme: fields.scheme,
})

const detailsOf = (row: payments.PaymentRow) => ({ site: row.site_name, ibanMasked: row.iban_masked, mandate: row.mandate_reference })

export const createPayment = async (
  tx: ScopedTransaction,
  tools: PaymentTools,
  reference: string,
  { siteId, iban, ...fields }: BodyOf<typeof createEndpoint>,
): Promise<Payment> => {
  const company = await lockCompany(tx, reference)
  if (siteId !== null && !(await tx.first(openSite(company.id, siteId)))) throw fieldProblem('siteId', 'site_unknown')
  if (await tx.first(payments.existing(company.id, siteId))) throw fieldProblem('siteId', 'payment_exists')
  const id = newId()
  await tx.run(
    db.insertInto('payment_details').values({
      id,
      company_id: company.id,
      site_id: siteId,
      ...columns(fields),
      ...(await newMandate(tx, company)),
      iban_sealed: tools.secrets.seal(iban, payments.ibanContext(id)),
      iban_masked: maskIban(iban),
    }),
  )
  const row = await readPayment(tx, reference, id)
  const presented = presentPayment(tx.scope, row)
  await recordPayment(tx, { company, row }, 'payment.created', { after: historyOf(presented) })
  await warnAdministrators(tx, company, 'created', detailsOf(row))
  return presented
}

export const updatePayment = async (
  tx: ScopedTransaction,
  tools: PaymentTools,
  reference: string,
  id: string,
  { version, iban, ...fields }: BodyOf<typeof updateEndpoint>,
): Promise<Payment> => {
  const { company, row } = await lockPayment(tx, reference, id)
  const current = presentPayment(tx.scope, row)
  if (row.version !== version) throw new Problem('version_conflict', { current })
  const known = await openIban(tx, tools.secrets, id)
  if (fields.bic && !bicMatchesIban(fields.bic, iban ?? known)) throw fieldProblem('bic', 'bic_iban_mismatch')
  const renewed = needsNewMandate({ iban: known, scheme: row.mandate_scheme, state: row.mandate_state }, { iban, scheme: fields.scheme })
  await tx.run(
    db
      .updateTable('payment_details')
      .set({
        ...columns(fields),
        ...(renewed ? await newMandate(tx, company) : {}),
        ...(iban === null ? {} : { iban_sealed: tools.secrets.seal(iban, payments.ibanContext(id)), iban_masked: maskIban(iban) }),
        version: version + 1,
      })
      .where('id', '=', id),
  )
  const after = await readPayment(tx, reference, id)
  const presented = presentPayment(tx.scope, after)
  const changed = changes(historyOf(current), historyOf(presented))
  const accountChanged = iban !== null && iban !== known
  if (changed || accountChanged) {
    await recordPayment(tx, { company, row: after }, 'payment.updated', changed ?? { after: { ibanMasked: after.iban_masked } })
    await warnAdministrators(tx, company, accountChanged ? 'account_changed' : 'updated', detailsOf(after))
  }
  return presented
}
