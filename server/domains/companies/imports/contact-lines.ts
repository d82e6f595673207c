import { sql } from 'kysely'
import { contactFile } from '#api/companies/imports'
import type { LineValues } from '#api/import-file'
import { foldText } from '#api/rules/text-fold'
import { db } from '../../../platform/db/query.ts'
import { importKind } from '../../../platform/imports/import-kind.ts'
import { bare, ownKey } from '../../../platform/imports/line.ts'
import { ownersOf } from './owners.ts'

type Values = LineValues<typeof contactFile.columns>

const columnsOf = (values: Values, siteId: string | undefined) => ({
  external_key: values.externalKey,
  site_id: siteId,
  first_name: values.firstName,
  last_name: values.lastName,
  job_title: values.jobTitle,
  phone: values.phone,
  mobile: values.mobile,
  email: values.email,
})

const fullName = (first: string | undefined, last: string | undefined) => foldText(`${first ?? ''} ${last ?? ''}`)

/** Contacts are recognised within their company by the carrier's own key, else by name and e-mail together. */
export const contactLines = importKind({
  file: contactFile,
  table: 'contacts',
  key: (values) => {
    const own = ownKey(values)
    const named = [values.lastName, values.firstName].map((part) => bare(part ?? '')).join('|')
    return [bare(values.company ?? ''), own ?? named, own ? '' : (values.email ?? '').toLowerCase()].join('#')
  },
  recognise: async (tx, all) => {
    const ownerOf = await ownersOf(
      tx,
      all.map(({ company }) => company),
    )
    const companies = [...new Set(all.flatMap(({ company }) => ownerOf(company)?.id ?? []))]
    const ofCompanies = sql<boolean>`company_id = any (${companies}::uuid[])`
    const contacts = await tx.all(db.selectFrom('contacts').selectAll().where(ofCompanies).where('archived_at', 'is', null))
    const sites = await tx.all(db.selectFrom('sites').select(['id', 'company_id', 'name', 'external_key']).where(ofCompanies))
    return (values, fault) => {
      const owner = ownerOf(values.company)
      if (values.company && !owner) fault('company', 'company_unknown')
      const site = sites.find(
        (candidate) =>
          candidate.company_id === owner?.id &&
          values.site !== undefined &&
          (candidate.external_key === values.site || foldText(candidate.name) === foldText(values.site)),
      )
      if (owner && values.site && !site) fault('site', 'site_unknown')
      if (!owner) return null
      const own = contacts.filter((contact) => contact.company_id === owner.id)
      const standing =
        own.find((contact) => values.externalKey !== undefined && contact.external_key === values.externalKey) ??
        own.find(
          (contact) =>
            fullName(contact.first_name, contact.last_name) === fullName(values.firstName, values.lastName) &&
            (contact.email ?? null) === (values.email ?? null) &&
            (contact.external_key === null || values.externalKey === undefined),
        )
      return { owner, siteId: site?.id, standing: standing ?? null }
    }
  },
  toRow: (values, { siteId }) => columnsOf(values, siteId),
  newRow: ({ lastName = '' }, { owner }, now) => ({ last_name: lastName, company_id: owner.id, created_at: now }),
  compared: (values, { siteId }) => columnsOf(values, siteId),
  reference: ({ target }) => target.owner.reference,
  history: ({ id, made, values, target }) => ({
    companyId: target.owner.id,
    siteId: target.siteId ?? null,
    action: made ? 'contact.created' : 'contact.updated',
    objectKind: 'contact',
    reference: id,
    label: `${values.firstName ?? ''} ${values.lastName ?? ''}`.trim(),
  }),
})
