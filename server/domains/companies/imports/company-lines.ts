import { sql } from 'kysely'
import { country, email, longText, phone, shortText, typedCompanyReference, website } from '#api/atoms'
import { apeCode, siren, vatNumber } from '#api/companies/company/company-numbers'
import { legalForm } from '#api/companies/company/legal-form'
import { companyImportColumns } from '#api/companies/imports'
import { frenchVatNumber, vatNumberBelongsTo } from '#api/companies/rules/company/vat-number'
import { foldText } from '#api/rules/text-fold'
import { db, type Transaction } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import { differences, type Examined, type Fault, formerly, judge, type LineKind, listed } from '../../../platform/imports/line.ts'
import { recordImported } from '../../activity/record-imported.ts'

const fields = {
  reference: typedCompanyReference,
  externalKey: shortText(80),
  name: shortText(160),
  siren,
  vatNumber,
  apeCode,
  legalForm,
  partner: typedCompanyReference,
  street: shortText(200),
  complement: shortText(200),
  postcode: shortText(12),
  city: shortText(80),
  country,
  phone,
  website,
  emailSales: email,
  emailTechnical: email,
  emailOrderDesk: email,
  emailAdministrative: email,
  comment: longText(2000),
}

const companyColumns = (values: Readonly<Record<string, string>>) => ({
  external_key: values.externalKey,
  name: values.name,
  siren: values.siren,
  vat_number: values.vatNumber,
  ape_code: values.apeCode,
  legal_form: values.legalForm,
  phone: values.phone,
  website: values.website,
  email_sales: values.emailSales,
  email_technical: values.emailTechnical,
  email_order_desk: values.emailOrderDesk,
  email_administrative: values.emailAdministrative,
  comment: values.comment,
})

const siteColumns = (values: Readonly<Record<string, string>>) => ({
  street: values.street,
  complement: values.complement,
  postcode: values.postcode,
  city: values.city,
  country: values.country,
})

interface Partner {
  readonly id: string
  readonly reference: string
  readonly universes: string[]
}

type Plan =
  | {
      readonly kind: 'create'
      readonly values: Readonly<Record<string, string>>
      readonly ambassadorId: string | null
      readonly operatorId: string | null
    }
  | {
      readonly kind: 'update'
      readonly id: string
      readonly reference: string
      readonly name: string
      readonly siteId: string | null
      readonly company: Record<string, string>
      readonly site: Record<string, string>
      readonly before: Record<string, unknown>
    }

const existing = (tx: Transaction, references: string[], keys: string[], sirens: string[], names: string[]) =>
  tx.all(
    db
      .selectFrom('companies as c')
      .leftJoin('sites as s', (join) => join.onRef('s.company_id', '=', 'c.id').on('s.is_head_office', '=', true))
      .selectAll('c')
      .select(['s.id as site_id', 's.street', 's.complement', 's.postcode', 's.city', 's.country'])
      .where((on) =>
        on.or([
          sql<boolean>`c.reference = any (${references}::text[])`,
          sql<boolean>`c.external_key = any (${keys}::text[])`,
          sql<boolean>`c.siren = any (${sirens}::text[])`,
          sql<boolean>`c.name_fold = any (${names}::text[])`,
        ]),
      ),
  )
type Existing = Awaited<ReturnType<typeof existing>>[number]

const sameDeal = (row: Existing, partner: Partner | undefined) => (row.operator_id ?? row.ambassador_id ?? null) === (partner?.id ?? null)

const addressFaults = (values: Readonly<Record<string, string>>, isNew: boolean): Fault[] => {
  const some = values.street ?? values.postcode ?? values.city
  if (!isNew || some === undefined) return []
  return (['street', 'postcode', 'city'] as const)
    .filter((column) => values[column] === undefined)
    .map((column) => ({ column, code: 'required', value: null }))
}

/**
 * Companies are recognised by reference, else by the carrier's own key, else by SIREN, name and partner together: SIREN alone is not unique.
 * @param mainRights gives new companies their main rights.
 */
export const companyLines = (mainRights: (tx: Transaction, companyIds: readonly string[]) => Promise<void>): LineKind<Plan> => ({
  async examine(tx, lines) {
    const judged = lines.map((line) => ({ line: line.line, ...judge(line, companyImportColumns.companies, fields) }))
    const all = judged.map(({ values }) => values)
    const rows = await existing(
      tx,
      listed(all.map((values) => values.reference)),
      listed(all.map((values) => values.externalKey)),
      listed(all.map((values) => values.siren)),
      listed(all.map((values) => (values.siren ? undefined : foldText(values.name ?? '')))),
    )
    const partnerReferences = listed(all.map((values) => values.partner))
    const partners: Partner[] =
      partnerReferences.length === 0
        ? []
        : await tx.all(db.selectFrom('companies').select(['id', 'reference', 'universes']).where('reference', 'in', partnerReferences))

    return judged.map(({ line, values, faults }): Examined<Plan> => {
      const partner = partners.find((candidate) => candidate.reference === values.partner)
      const kind = partner?.universes.includes('operator') ? 'operator' : partner?.universes.includes('ambassador') ? 'ambassador' : null
      if (values.partner && kind === null) faults.push({ column: 'partner', code: 'partner_unknown', value: values.partner })
      const found = values.reference
        ? rows.find((row) => row.reference === values.reference)
        : (values.externalKey && rows.find((row) => row.external_key === values.externalKey)) ||
          rows.find(
            (row) =>
              (row.siren ?? undefined) === values.siren &&
              foldText(row.name) === foldText(values.name ?? '') &&
              sameDeal(row, partner) &&
              (row.external_key === null || values.externalKey === undefined),
          )
      if (values.reference && !found) faults.push({ column: 'reference', code: 'company_unknown', value: values.reference })
      if (found?.universes.includes('carrier')) faults.push({ column: 'reference', code: 'company_is_carrier', value: found.reference })
      if (found && values.partner && kind !== null && !sameDeal(found, partner))
        faults.push({ column: 'partner', code: 'partner_differs', value: values.partner })
      const siren = values.siren ?? found?.siren
      if (values.vatNumber && siren && !vatNumberBelongsTo(values.vatNumber, siren))
        faults.push({ column: 'vatNumber', code: 'vat_number_mismatch', value: values.vatNumber })
      faults.push(...addressFaults(values, !found))
      if (faults.length > 0) return { line, faults }
      if (!found)
        return {
          line,
          plan: {
            kind: 'create',
            values: values.siren && !values.vatNumber ? { ...values, vatNumber: frenchVatNumber(values.siren) } : values,
            ambassadorId: kind === 'ambassador' ? (partner?.id ?? null) : null,
            operatorId: kind === 'operator' ? (partner?.id ?? null) : null,
          },
        }
      const company = differences({ ...found }, companyColumns(values))
      const site = found.site_id ? differences({ ...found }, siteColumns(values)) : {}
      return {
        line,
        plan: {
          kind: 'update',
          id: found.id,
          reference: found.reference,
          name: found.name,
          siteId: found.site_id,
          company,
          site,
          before: { ...formerly({ ...found }, company), ...formerly({ ...found }, site) },
        },
      }
    })
  },

  async apply(tx, plans, actor) {
    const created = plans.flatMap(({ line, plan }) => (plan.kind === 'create' ? [{ line, plan, id: newId() }] : []))
    const references = new Map<string, string>()
    if (created.length > 0) {
      const rows = await tx.all(
        db
          .insertInto('companies')
          .values(
            created.map(({ id, plan }) => ({
              ...companyColumns(plan.values),
              name: plan.values.name ?? '',
              id,
              universes: ['client'],
              ambassador_id: plan.ambassadorId,
              operator_id: plan.operatorId,
              created_at: tx.now,
            })),
          )
          .returning(['id', 'reference']),
      )
      for (const { id, reference } of rows) references.set(id, reference)
      await tx.run(
        db.insertInto('sites').values(
          created.map(({ id, plan }) => ({
            ...siteColumns(plan.values),
            id: newId(),
            company_id: id,
            name: 'Siège Social',
            is_head_office: true,
            created_at: tx.now,
          })),
        ),
      )
      await mainRights(
        tx,
        created.map(({ id }) => id),
      )
    }
    for (const { plan } of plans) {
      if (plan.kind !== 'update') continue
      if (Object.keys(plan.company).length > 0)
        await tx.run(db.updateTable('companies').set(plan.company).set('version', sql`version + 1`).where('id', '=', plan.id))
      if (plan.siteId && Object.keys(plan.site).length > 0)
        await tx.run(
          db.updateTable('sites').set(plan.site).set({ commune_code: null }).set('version', sql`version + 1`).where('id', '=', plan.siteId),
        )
    }
    const outcomes = plans.map(({ line, plan }) => {
      if (plan.kind === 'create') {
        const id = created.find((candidate) => candidate.line === line)?.id ?? ''
        return { line, outcome: 'created' as const, reference: references.get(id) ?? '', id, plan }
      }
      const changed = Object.keys(plan.company).length + Object.keys(plan.site).length > 0
      return { line, outcome: changed ? ('updated' as const) : ('unchanged' as const), reference: plan.reference, id: plan.id, plan }
    })
    await recordImported(
      tx,
      actor,
      outcomes
        .filter(({ outcome }) => outcome !== 'unchanged')
        .map(({ outcome, reference, id, plan }) => ({
          companyId: id,
          action: outcome === 'created' ? 'company.created' : 'company.updated',
          objectKind: 'company',
          reference,
          label: plan.kind === 'create' ? (plan.values.name ?? '') : plan.name,
          ...(plan.kind === 'create' ? { after: plan.values } : { before: plan.before, after: { ...plan.company, ...plan.site } }),
        })),
    )
    return outcomes.map(({ line, outcome, reference }) => ({ line, outcome, reference }))
  },
})
