import type { Company } from '#api/companies/company/company'
import type { changeIdentity as endpoint, OwnField } from '#api/companies/company/identity'
import { vatNumberBelongsTo } from '#api/companies/rules/company/vat-number'
import type { BodyOf } from '#api/endpoint'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { actorNameFor, changes } from '../../activity/record-activity.ts'
import { mayChangeIdentity } from './company.policy.ts'
import type { CompanyRow } from './company.repository.ts'
import { lock, readAfter, record } from './update-company.ts'

/** A change of a company's identity, as those whom it concerns are told of it. */
export interface IdentityTold {
  readonly kind: 'changed' | 'contested'
  readonly companyId: string
  readonly reference: string
  readonly company: string
  readonly by: string
  readonly changed: readonly { readonly field: OwnField; readonly before: string | null; readonly after: string | null }[]
  /** Why the carrier put the former value back. */
  readonly reason: string | null
}

/** Notifies of it; given where the server is assembled, since notifications come after companies. */
export type AnnounceIdentity = (tx: ScopedTransaction, told: IdentityTold) => Promise<void>

const columns = { name: 'name', vatNumber: 'vat_number', legalForm: 'legal_form' } as const

const keepChange = async (tx: ScopedTransaction, row: CompanyRow, { field, before, after }: IdentityTold['changed'][number]) => {
  // What was asked before is settled by what was done.
  await tx.run(
    db
      .updateTable('company_proposals')
      .set({ state: 'withdrawn', answered_at: tx.now })
      .where('company_id', '=', row.id)
      .where('field', '=', field)
      .where('state', '=', 'pending'),
  )
  await tx.run(
    db.insertInto('company_proposals').values({
      id: newId(),
      company_id: row.id,
      field,
      old_value: before,
      new_value: after,
      state: 'applied',
      proposed_by: tx.scope.actorName,
      created_at: tx.now,
    }),
  )
}

/** Changes who the company is, by one of its administrators; what was stays beside it, for the carrier to contest. */
export const changeIdentity = async (
  tx: ScopedTransaction,
  reference: string,
  { version, ...identity }: BodyOf<typeof endpoint>,
  announce: AnnounceIdentity,
): Promise<Company> => {
  const row = await lock(tx, reference)
  if (!mayChangeIdentity(tx.scope, row.id)) throw new Problem('forbidden')
  if (row.version !== version) throw new Problem('version_conflict', { current: await readAfter(tx, row) })
  if (identity.vatNumber && row.siren && !vatNumberBelongsTo(identity.vatNumber, row.siren))
    throw fieldProblem('vatNumber', 'vat_number_mismatch')
  const changed = changes({ name: row.name, vatNumber: row.vat_number, legalForm: row.legal_form }, identity)
  if (!changed) return readAfter(tx, row)
  await tx.run(
    db
      .updateTable('companies')
      .set({ name: identity.name, vat_number: identity.vatNumber, legal_form: identity.legalForm, version: version + 1 })
      .where('id', '=', row.id),
  )
  const told = (Object.keys(columns) as (keyof typeof columns)[])
    .filter((key) => key in changed.after)
    .map((key) => ({ field: columns[key], before: row[columns[key]], after: identity[key] }))
  for (const change of told) await keepChange(tx, row, change)
  await record(tx, { ...row, name: identity.name }, 'company.identity_changed', changed)
  await announce(tx, {
    kind: 'changed',
    companyId: row.id,
    reference: row.reference,
    company: identity.name,
    by: actorNameFor(tx.scope, row.id),
    changed: told,
    reason: null,
  })
  return readAfter(tx, row)
}
