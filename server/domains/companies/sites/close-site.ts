import type { closeSite as closeEndpoint, makeHeadOffice as headOfficeEndpoint, Site } from '#api/companies/sites/sites'
import type { BodyOf } from '#api/endpoint'
import { compareDates } from '#api/rules/civil-date'
import { dayOf } from '../../../platform/clock.ts'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import * as companies from '../company/company.repository.ts'
import { readSite } from './read-site.ts'
import { mayManageSites } from './sites.policy.ts'
import { presentSite } from './sites.presenter.ts'
import * as sites from './sites.repository.ts'
import { lockSite, recordSite } from './write-site.ts'

/** Closes a site. The head office stays open: another site takes its place first. */
export const closeSite = async (
  tx: ScopedTransaction,
  reference: string,
  id: string,
  { version, closedOn }: BodyOf<typeof closeEndpoint>,
): Promise<Site> => {
  const row = await lockSite(tx, reference, id)
  if (!mayManageSites(tx.scope)) throw new Problem('forbidden')
  if (row.state === 'closed' || row.is_head_office) throw new Problem('conflict')
  if (row.version !== version) throw new Problem('version_conflict', { current: presentSite(tx.scope, row) })
  if (compareDates(closedOn, dayOf(tx.now).toString()) > 0) throw fieldProblem('closedOn', 'date_future')
  await tx.run(
    db
      .updateTable('sites')
      .set({ state: 'closed', closed_on: closedOn, version: version + 1 })
      .where('id', '=', id),
  )
  await recordSite(tx, row, 'site.closed', { before: { state: 'open', closedOn: null }, after: { state: 'closed', closedOn } })
  return readSite(tx, reference, id)
}

export const reopenSite = async (tx: ScopedTransaction, reference: string, id: string): Promise<Site> => {
  const row = await lockSite(tx, reference, id)
  if (!mayManageSites(tx.scope)) throw new Problem('forbidden')
  if (row.state === 'open') throw new Problem('conflict')
  await tx.run(
    db
      .updateTable('sites')
      .set({ state: 'open', closed_on: null, version: row.version + 1 })
      .where('id', '=', id),
  )
  await recordSite(tx, row, 'site.reopened', {
    before: { state: 'closed', closedOn: row.closed_on },
    after: { state: 'open', closedOn: null },
  })
  return readSite(tx, reference, id)
}

/** Makes an open site the head office; the former one becomes a site like the others. */
export const makeHeadOffice = async (
  tx: ScopedTransaction,
  reference: string,
  { siteId }: BodyOf<typeof headOfficeEndpoint>,
): Promise<Site> => {
  const company = await tx.first(companies.locked(reference))
  if (!company) throw new Problem('not_found')
  if (!mayManageSites(tx.scope)) throw new Problem('forbidden')
  const next = await tx.first(sites.site(reference, siteId).forUpdate('s'))
  if (!next) throw fieldProblem('siteId', 'site_unknown')
  if (next.state === 'closed') throw new Problem('conflict')
  if (next.is_head_office) return presentSite(tx.scope, next)
  const former = await tx.first(sites.headOffice(company.id))
  if (former)
    await tx.run(
      db
        .updateTable('sites')
        .set({ is_head_office: false, version: former.version + 1 })
        .where('id', '=', former.id),
    )
  await tx.run(
    db
      .updateTable('sites')
      .set({ is_head_office: true, version: next.version + 1 })
      .where('id', '=', siteId),
  )
  await recordSite(tx, next, 'site.made_head_office', { before: { headOffice: former?.name ?? null }, after: { headOffice: next.name } })
  return readSite(tx, reference, siteId)
}
