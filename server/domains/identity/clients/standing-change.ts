import { sql } from 'kysely'
import type { changeStanding } from '#api/companies/portfolio/clients'
import { vatNumberBelongsTo } from '#api/companies/rules/company/vat-number'
import type { BodyOf } from '#api/endpoint'
import type { Universe } from '#api/universes'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db, raw } from '../../../platform/db/query.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { createMainRights } from '../../access/main-rights.ts'
import { changes, recordActivity } from '../../activity/record-activity.ts'
import { isPartner, ownPartnerColumns } from '../../companies/portfolio/partner/resolve-partner.ts'

type Change = BodyOf<typeof changeStanding>

const locked = (tx: ScopedTransaction, reference: string) =>
  tx.first(db.selectFrom('companies').selectAll().where('reference', '=', reference).forUpdate())
type Company = NonNullable<Awaited<ReturnType<typeof locked>>>

const standingOf = (company: Company) => ({
  version: company.version,
  name: company.name,
  siren: company.siren,
  vatNumber: company.vat_number,
  legalForm: company.legal_form,
  externalKey: company.external_key,
  state: company.state,
  financialState: company.financial_state,
  guarantee: company.guarantee,
  universes: company.universes,
})

const sameSet = (left: readonly string[], right: readonly string[]) =>
  left.length === right.length && left.every((item) => right.includes(item))

/** What another set of universes needs: partner columns that follow, rights of the new universes. */
const changeUniverses = async (tx: ScopedTransaction, company: Company, wished: readonly Universe[]): Promise<void> => {
  if (wished.includes('carrier')) throw fieldProblem('universes', 'universe_forbidden')
  const follows = async (column: 'ambassador_id' | 'operator_id') =>
    await tx.first(db.selectFrom('companies').select('id').where(column, '=', company.id).where('id', '<>', company.id).limit(1))
  for (const [universe, column] of [
    ['ambassador', 'ambassador_id'],
    ['operator', 'operator_id'],
  ] as const)
    if (company.universes.includes(universe) && !wished.includes(universe) && (await follows(column)))
      throw fieldProblem('universes', 'partner_has_clients')
  const hasPartner = !isPartner(company.universes) && (company.ambassador_id ?? company.operator_id) !== null
  if (hasPartner && isPartner(wished)) throw fieldProblem('universes', 'partner_of_partner')
  await tx.run(
    db
      .updateTable('companies')
      .set({ universes: [...new Set(wished)] })
      .where('id', '=', company.id),
  )
  if (isPartner(company.universes) || isPartner(wished)) {
    const own = ownPartnerColumns(company.id, wished)
    await tx.run(raw(sql`select app.assign_partner(${company.id}, ${own.ambassador_id}, ${own.operator_id})`))
  }
  await createMainRights(tx, company.id, wished)
}

/** Changes what only the carrier decides of a company. */
export const changeCompanyStanding = async (tx: ScopedTransaction, reference: string, body: Change): Promise<{ version: number }> => {
  const company = await locked(tx, reference)
  if (!company) throw new Problem('not_found')
  const before = standingOf(company)
  if (company.version !== body.version) throw new Problem('version_conflict', { current: before })
  const { version: _, ...wished } = body
  if (company.universes.includes('carrier') && (wished.universes || (wished.state && wished.state !== 'active')))
    throw new Problem('conflict')
  const siren = wished.siren === undefined ? company.siren : wished.siren
  const vatNumber = wished.vatNumber === undefined ? company.vat_number : wished.vatNumber
  if (siren && vatNumber && !vatNumberBelongsTo(vatNumber, siren)) throw fieldProblem('vatNumber', 'vat_number_mismatch')
  if (wished.externalKey) {
    const taken = await tx.first(
      db.selectFrom('companies').select('id').where('external_key', '=', wished.externalKey).where('id', '<>', company.id),
    )
    if (taken) throw fieldProblem('externalKey', 'already_taken')
  }
  const { universes, ...columns } = wished
  const kept = universes && !sameSet(universes, company.universes) ? wished : columns
  const changed = changes({ ...before } as Record<string, unknown>, kept)
  if (!changed) return { version: company.version }
  if (universes && kept === wished) await changeUniverses(tx, company, universes)
  const after = await tx.first(
    db
      .updateTable('companies')
      .set({
        name: columns.name ?? company.name,
        siren,
        vat_number: vatNumber,
        legal_form: columns.legalForm === undefined ? company.legal_form : columns.legalForm,
        external_key: columns.externalKey === undefined ? company.external_key : columns.externalKey,
        state: columns.state ?? company.state,
        financial_state: columns.financialState ?? company.financial_state,
        guarantee: columns.guarantee ?? company.guarantee,
      })
      .set('version', sql`version + 1`)
      .where('id', '=', company.id)
      .returning('version'),
  )
  await recordActivity(tx, {
    companyId: company.id,
    action: 'company.standing_changed',
    objectKind: 'company',
    objectReference: company.reference,
    objectLabel: columns.name ?? company.name,
    ...changed,
  })
  return { version: after?.version ?? company.version }
}
