import type { Company, updateCompany as endpoint, requireSecondFactor as secondFactor } from '#api/companies/company/company'
import type { BodyOf } from '#api/endpoint'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { found } from '../../../platform/db/questions.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { changes, recordActivity } from '../../activity/record-activity.ts'
import { mayEditCompany, mayRequireSecondFactor } from './company.policy.ts'
import { presentCompany } from './company.presenter.ts'
import * as companies from './company.repository.ts'

export const lock = async (tx: ScopedTransaction, reference: string): Promise<companies.CompanyRow> => {
  const row = await tx.first(companies.company(reference).forUpdate('c'))
  if (!row) throw new Problem('not_found')
  return row
}

export const readAfter = async ({ read }: ScopedTransaction, before: companies.CompanyRow): Promise<Company> => {
  const { scope, company } = await read({ company: found(companies.company(before.reference)) })
  return presentCompany(scope, company)
}

export const record = (
  tx: ScopedTransaction,
  row: companies.CompanyRow,
  action: string,
  changed: NonNullable<ReturnType<typeof changes>>,
) =>
  recordActivity(tx, {
    companyId: row.id,
    action,
    objectKind: 'company',
    objectReference: row.reference,
    objectLabel: row.name,
    ...changed,
  })

/** Changes the sheet, unless somebody else changed it since the caller read it. */
export const updateCompany = async (
  tx: ScopedTransaction,
  reference: string,
  { version, ...sheet }: BodyOf<typeof endpoint>,
): Promise<Company> => {
  const row = await lock(tx, reference)
  if (!mayEditCompany(tx.scope)) throw new Problem('forbidden')
  const current = presentCompany(tx.scope, row)
  if (row.version !== version) throw new Problem('version_conflict', { current })
  if (sheet.einvoicingAddress && row.siren && sheet.einvoicingAddress.slice(0, 9) !== row.siren)
    throw fieldProblem('einvoicingAddress', 'einvoicing_address_siren_mismatch')
  const changed = changes({ ...current }, sheet)
  if (!changed) return current
  await tx.run(
    db
      .updateTable('companies')
      .set({
        ape_code: sheet.apeCode,
        size: sheet.size,
        einvoicing_address: sheet.einvoicingAddress,
        comment: sheet.comment,
        website: sheet.website,
        phone: sheet.phone,
        email_sales: sheet.emailSales,
        email_technical: sheet.emailTechnical,
        email_order_desk: sheet.emailOrderDesk,
        email_administrative: sheet.emailAdministrative,
        version: version + 1,
      })
      .where('id', '=', row.id),
  )
  await record(tx, row, 'company.updated', changed)
  return readAfter(tx, row)
}

/** Requires a second factor of everybody in the company, or no longer. */
export const requireSecondFactor = async (
  tx: ScopedTransaction,
  reference: string,
  { required }: BodyOf<typeof secondFactor>,
): Promise<Company> => {
  const row = await lock(tx, reference)
  if (!mayRequireSecondFactor(tx.scope, row.id)) throw new Problem('forbidden')
  const changed = changes({ secondFactorRequired: row.second_factor_required }, { secondFactorRequired: required })
  if (!changed) return presentCompany(tx.scope, row)
  await tx.run(
    db
      .updateTable('companies')
      .set({ second_factor_required: required, version: row.version + 1 })
      .where('id', '=', row.id),
  )
  await record(tx, row, required ? 'company.second_factor_required' : 'company.second_factor_optional', changed)
  return readAfter(tx, row)
}
