import type { createSite as createEndpoint, Site, SiteForm, updateSite as updateEndpoint } from '#api/companies/sites/sites'
import type { BodyOf } from '#api/endpoint'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import { Problem } from '../../../platform/problem.ts'
import { changes, recordActivity } from '../../activity/record-activity.ts'
import * as companies from '../company/company.repository.ts'
import { checkSite } from './check-site.ts'
import { readSite } from './read-site.ts'
import { mayEditSite, mayManageSites } from './sites.policy.ts'
import { presentSite } from './sites.presenter.ts'
import * as sites from './sites.repository.ts'

/** The site of the path, locked until the end of the transaction. */
export const lockSite = async (tx: ScopedTransaction, company: string, site: string): Promise<sites.SiteRecord> => {
  const row = await tx.first(sites.site(company, site).forUpdate('s'))
  if (!row) throw new Problem('not_found')
  return row
}

/** A line of the history about a site. */
export const recordSite = (
  tx: ScopedTransaction,
  site: { readonly id: string; readonly company_id: string; readonly name: string },
  action: string,
  changed: { before: Record<string, unknown>; after: Record<string, unknown> } | { after: Record<string, unknown> },
) =>
  recordActivity(tx, {
    companyId: site.company_id,
    siteId: site.id,
    action,
    objectKind: 'site',
    objectReference: site.id,
    objectLabel: site.name,
    ...changed,
  })

const columns = (form: SiteForm, city: string) => ({
  name: form.name,
  siret: form.siret,
  street: form.street,
  complement: form.complement,
  postcode: form.postcode,
  commune_code: form.communeCode,
  city,
  country: form.country,
  phone: form.phone,
  opening_hours: form.openingHours === null ? null : JSON.stringify(form.openingHours),
  onsite_contact_id: form.onsiteContactId,
})

export const createSite = async (tx: ScopedTransaction, reference: string, form: BodyOf<typeof createEndpoint>): Promise<Site> => {
  const company = await tx.first(companies.identity(reference))
  if (!company) throw new Problem('not_found')
  if (!mayManageSites(tx.scope)) throw new Problem('forbidden')
  const { city } = await checkSite(tx, company, form)
  const id = newId()
  await tx.run(db.insertInto('sites').values({ id, company_id: company.id, ...columns(form, city) }))
  await recordSite(tx, { id, company_id: company.id, name: form.name }, 'site.created', { after: { ...form, city } })
  return readSite(tx, reference, id)
}

export const updateSite = async (
  tx: ScopedTransaction,
  reference: string,
  id: string,
  { version, ...form }: BodyOf<typeof updateEndpoint>,
): Promise<Site> => {
  const row = await lockSite(tx, reference, id)
  const current = presentSite(tx.scope, row)
  if (row.state === 'closed') throw new Problem('conflict')
  if (!mayEditSite(tx.scope, row)) throw new Problem('forbidden')
  if (row.version !== version) throw new Problem('version_conflict', { current })
  const { city } = await checkSite(tx, { id: row.company_id, siren: row.company_siren }, form, row)
  const changed = changes({ ...current }, { ...form, city })
  if (!changed) return current
  await tx.run(
    db
      .updateTable('sites')
      .set({ ...columns(form, city), version: version + 1 })
      .where('id', '=', id),
  )
  await recordSite(tx, { ...row, name: form.name }, 'site.updated', changed)
  return readSite(tx, reference, id)
}
