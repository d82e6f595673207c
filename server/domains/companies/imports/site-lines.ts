import { sql } from 'kysely'
import { country, phone, shortText } from '#api/atoms'
import { siret } from '#api/companies/company/company-numbers'
import { companyImportColumns } from '#api/companies/imports'
import { siretBelongsTo } from '#api/companies/rules/company/siren'
import { foldText } from '#api/rules/text-fold'
import { db } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import { differences, type Examined, formerly, judge, type LineKind } from '../../../platform/imports/line.ts'
import { recordImported } from '../../activity/record-imported.ts'
import { ownersOf } from './owners.ts'

const fields = {
  company: shortText(80),
  externalKey: shortText(80),
  name: shortText(80),
  siret,
  street: shortText(200),
  complement: shortText(200),
  postcode: shortText(12),
  city: shortText(80),
  country,
  phone,
}

const columnsOf = (values: Readonly<Record<string, string>>) => ({
  external_key: values.externalKey,
  name: values.name,
  siret: values.siret,
  street: values.street,
  complement: values.complement,
  postcode: values.postcode,
  city: values.city,
  country: values.country,
  phone: values.phone,
})

interface Plan {
  /** null: a new site. */
  readonly id: string | null
  readonly companyId: string
  readonly companyReference: string
  readonly values: Readonly<Record<string, string>>
  readonly changed: Record<string, string>
  readonly before: Record<string, unknown>
}

/** Sites are recognised within their company by the carrier's own key, else by name. */
export const siteLines: LineKind<Plan> = {
  async examine(tx, lines) {
    const judged = lines.map((line) => ({ line: line.line, ...judge(line, companyImportColumns.sites, fields) }))
    const ownerOf = await ownersOf(
      tx,
      judged.map(({ values }) => values.company),
    )
    const companies = [...new Set(judged.flatMap(({ values }) => ownerOf(values.company)?.id ?? []))]
    const sites = await tx.all(db.selectFrom('sites').selectAll().where(sql<boolean>`company_id = any (${companies}::uuid[])`))
    return judged.map(({ line, values, faults }): Examined<Plan> => {
      const owner = ownerOf(values.company)
      if (values.company && !owner) faults.push({ column: 'company', code: 'company_unknown', value: values.company })
      if (values.siret && owner?.siren && !siretBelongsTo(values.siret, owner.siren))
        faults.push({ column: 'siret', code: 'siret_mismatch', value: values.siret })
      if (faults.length > 0 || !owner) return { line, faults }
      const own = sites.filter((site) => site.company_id === owner.id)
      const found =
        own.find((site) => values.externalKey !== undefined && site.external_key === values.externalKey) ??
        own.find(
          (site) => foldText(site.name) === foldText(values.name ?? '') && (site.external_key === null || values.externalKey === undefined),
        )
      const changed = found ? differences({ ...found }, columnsOf(values)) : {}
      return {
        line,
        plan: {
          id: found?.id ?? null,
          companyId: owner.id,
          companyReference: owner.reference,
          values,
          changed,
          before: found ? formerly({ ...found }, changed) : {},
        },
      }
    })
  },

  async apply(tx, plans, actor) {
    const done = plans.map(({ line, plan }) => ({ line, plan, id: plan.id ?? newId() }))
    const created = done.filter(({ plan }) => plan.id === null)
    if (created.length > 0)
      await tx.run(
        db.insertInto('sites').values(
          created.map(({ id, plan }) => ({
            ...columnsOf(plan.values),
            name: plan.values.name ?? '',
            id,
            company_id: plan.companyId,
            created_at: tx.now,
          })),
        ),
      )
    const updated = done.filter(({ plan }) => plan.id !== null && Object.keys(plan.changed).length > 0)
    for (const { id, plan } of updated)
      await tx.run(
        db
          .updateTable('sites')
          .set(plan.changed)
          .set(plan.changed.city || plan.changed.postcode ? { commune_code: null } : {})
          .set('version', sql`version + 1`)
          .where('id', '=', id),
      )
    await recordImported(
      tx,
      actor,
      [...created, ...updated].map(({ id, plan }) => ({
        companyId: plan.companyId,
        siteId: id,
        action: plan.id === null ? 'site.created' : 'site.updated',
        objectKind: 'site',
        reference: id,
        label: plan.values.name ?? '',
        before: plan.before,
        after: plan.id === null ? plan.values : plan.changed,
      })),
    )
    return done.map(({ line, plan }) => ({
      line,
      outcome: plan.id === null ? 'created' : Object.keys(plan.changed).length > 0 ? 'updated' : 'unchanged',
      reference: plan.companyReference,
    }))
  },
}
