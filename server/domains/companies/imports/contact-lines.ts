import { sql } from 'kysely'
import { email, personName, phone, shortText } from '#api/atoms'
import { companyImportColumns } from '#api/companies/imports'
import { foldText } from '#api/rules/text-fold'
import { db } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import { differences, type Examined, formerly, judge, type LineKind } from '../../../platform/imports/line.ts'
import { recordImported } from '../../activity/record-imported.ts'
import { ownersOf } from './owners.ts'

const fields = {
  company: shortText(80),
  externalKey: shortText(80),
  site: shortText(80),
  firstName: personName,
  lastName: personName,
  jobTitle: shortText(80),
  phone,
  mobile: phone,
  email,
}

const columnsOf = (values: Readonly<Record<string, string>>, siteId: string | undefined) => ({
  external_key: values.externalKey,
  site_id: siteId,
  first_name: values.firstName,
  last_name: values.lastName,
  job_title: values.jobTitle,
  phone: values.phone,
  mobile: values.mobile,
  email: values.email,
})

interface Plan {
  /** null: a new contact. */
  readonly id: string | null
  readonly companyId: string
  readonly companyReference: string
  readonly siteId: string | undefined
  readonly values: Readonly<Record<string, string>>
  readonly changed: Record<string, string>
  readonly before: Record<string, unknown>
}

const fullName = (first: string | undefined, last: string | undefined) => foldText(`${first ?? ''} ${last ?? ''}`)

/** Contacts are recognised within their company by the carrier's own key, else by name and e-mail together. */
export const contactLines: LineKind<Plan> = {
  async examine(tx, lines) {
    const judged = lines.map((line) => ({ line: line.line, ...judge(line, companyImportColumns.contacts, fields) }))
    const ownerOf = await ownersOf(
      tx,
      judged.map(({ values }) => values.company),
    )
    const companies = [...new Set(judged.flatMap(({ values }) => ownerOf(values.company)?.id ?? []))]
    const ofCompanies = sql<boolean>`company_id = any (${companies}::uuid[])`
    const contacts = await tx.all(db.selectFrom('contacts').selectAll().where(ofCompanies).where('archived_at', 'is', null))
    const sites = await tx.all(db.selectFrom('sites').select(['id', 'company_id', 'name', 'external_key']).where(ofCompanies))
    return judged.map(({ line, values, faults }): Examined<Plan> => {
      const owner = ownerOf(values.company)
      if (values.company && !owner) faults.push({ column: 'company', code: 'company_unknown', value: values.company })
      const site = sites.find(
        (candidate) =>
          candidate.company_id === owner?.id &&
          values.site !== undefined &&
          (candidate.external_key === values.site || foldText(candidate.name) === foldText(values.site)),
      )
      if (owner && values.site && !site) faults.push({ column: 'site', code: 'site_unknown', value: values.site })
      if (faults.length > 0 || !owner) return { line, faults }
      const own = contacts.filter((contact) => contact.company_id === owner.id)
      const found =
        own.find((contact) => values.externalKey !== undefined && contact.external_key === values.externalKey) ??
        own.find(
          (contact) =>
            fullName(contact.first_name, contact.last_name) === fullName(values.firstName, values.lastName) &&
            (contact.email ?? null) === (values.email ?? null) &&
            (contact.external_key === null || values.externalKey === undefined),
        )
      const changed = found ? differences({ ...found }, columnsOf(values, site?.id)) : {}
      return {
        line,
        plan: {
          id: found?.id ?? null,
          companyId: owner.id,
          companyReference: owner.reference,
          siteId: site?.id,
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
        db.insertInto('contacts').values(
          created.map(({ id, plan }) => ({
            ...columnsOf(plan.values, plan.siteId),
            last_name: plan.values.lastName ?? '',
            id,
            company_id: plan.companyId,
            created_at: tx.now,
          })),
        ),
      )
    const updated = done.filter(({ plan }) => plan.id !== null && Object.keys(plan.changed).length > 0)
    for (const { id, plan } of updated)
      await tx.run(db.updateTable('contacts').set(plan.changed).set('version', sql`version + 1`).where('id', '=', id))
    await recordImported(
      tx,
      actor,
      [...created, ...updated].map(({ id, plan }) => ({
        companyId: plan.companyId,
        siteId: plan.siteId ?? null,
        action: plan.id === null ? 'contact.created' : 'contact.updated',
        objectKind: 'contact',
        reference: id,
        label: `${plan.values.firstName ?? ''} ${plan.values.lastName ?? ''}`.trim(),
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
