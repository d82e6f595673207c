import type { Payment, signMandate as signEndpoint } from '#api/companies/payment/payment'
import type { BodyOf } from '#api/endpoint'
import { compareDates } from '#api/rules/civil-date'
import { dayOf } from '../../../platform/clock.ts'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { presentPayment } from './payment.presenter.ts'
import { warnAdministrators } from './warn-administrators.ts'
import { lockPayment, openIban, type PaymentTools, readPayment, recordPayment } from './write-payment.ts'

/** Records the day of the signature: between the day the mandate was made and today. */
export const signMandate = async (
  tx: ScopedTransaction,
  reference: string,
  id: string,
  { version, signedOn }: BodyOf<typeof signEndpoint>,
): Promise<Payment> => {
  const locked = await lockPayment(tx, reference, id)
  const { company, row } = locked
  if (row.version !== version) throw new Problem('version_conflict', { current: presentPayment(tx.scope, row) })
  if (row.mandate_state !== 'to_sign') throw new Problem('conflict')
  if (compareDates(signedOn, dayOf(tx.now).toString()) > 0) throw fieldProblem('signedOn', 'date_future')
  if (compareDates(signedOn, dayOf(row.mandate_made_at ?? row.created_at).toString()) < 0)
    throw fieldProblem('signedOn', 'signed_before_mandate')
  await tx.run(
    db
      .updateTable('payment_details')
      .set({ mandate_state: 'signed', mandate_signed_on: signedOn, version: version + 1 })
      .where('id', '=', id),
  )
  await recordPayment(tx, locked, 'payment.mandate_signed', {
    before: { mandateState: 'to_sign', mandateSignedOn: null },
    after: { mandateState: 'signed', mandateSignedOn: signedOn },
  })
  await warnAdministrators(tx, company, 'mandate_signed', {
    site: row.site_name,
    ibanMasked: row.iban_masked,
    mandate: row.mandate_reference,
  })
  return presentPayment(tx.scope, await readPayment(tx, reference, id))
}

export const revokeMandate = async (tx: ScopedTransaction, reference: string, id: string): Promise<Payment> => {
  const locked = await lockPayment(tx, reference, id)
  const { company, row } = locked
  if (row.mandate_state === 'revoked') throw new Problem('conflict')
  await tx.run(
    db
      .updateTable('payment_details')
      .set({ mandate_state: 'revoked', version: row.version + 1 })
      .where('id', '=', id),
  )
  await recordPayment(tx, locked, 'payment.mandate_revoked', {
    before: { mandateState: row.mandate_state },
    after: { mandateState: 'revoked' },
  })
  await warnAdministrators(tx, company, 'mandate_revoked', {
    site: row.site_name,
    ibanMasked: row.iban_masked,
    mandate: row.mandate_reference,
  })
  return presentPayment(tx.scope, await readPayment(tx, reference, id))
}

/** The account in clear, for whoever confirmed who they are; the history keeps every look. */
export const revealIban = async (tx: ScopedTransaction, tools: PaymentTools, reference: string, id: string): Promise<{ iban: string }> => {
  const locked = await lockPayment(tx, reference, id)
  const iban = await openIban(tx, tools.secrets, id)
  await recordPayment(tx, locked, 'payment.iban_revealed')
  return { iban }
}
