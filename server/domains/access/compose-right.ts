import { sql } from 'kysely'
import type { NewRight } from '#api/access/rights'
import { templatesOf } from '#api/templates'
import type { ScopedTransaction } from '../../platform/context.ts'
import { db } from '../../platform/db/query.ts'
import { newId } from '../../platform/ids.ts'
import { fieldProblem, Problem } from '../../platform/problem.ts'
import { changes, recordActivity } from '../activity/record-activity.ts'
import { announceRights, announceSession } from './announce-access.ts'
import { mayCompose } from './delegation.ts'
import { type CompanyRow, demandDelegation, type Opened, openDelegation } from './open-delegation.ts'
import { contentOfRow, type RightRow } from './rights.presenter.ts'
import * as rights from './rights.repository.ts'

type Content = Pick<NewRight, 'name' | 'allSites' | 'siteIds' | 'templates'>

/** The names of the sites, in the order of their names. @throws Problem when a site is not one of the company's that the caller sees. */
const checkedSites = async (tx: ScopedTransaction, companyId: string, content: Content): Promise<{ id: string; name: string }[]> => {
  const wanted = content.allSites ? [] : [...new Set(content.siteIds)]
  if (wanted.length === 0) return []
  const found = await tx.all(
    db
      .selectFrom('sites')
      .where('company_id', '=', companyId)
      .where(sql<boolean>`id = any(${wanted}::uuid[])`)
      .select(['id', 'name'])
      .orderBy('name'),
  )
  const missing = content.siteIds.findIndex((id) => !found.some((site) => site.id === id.toLowerCase()))
  if (missing >= 0) throw fieldProblem(`siteIds.${missing}`, 'site_unknown')
  return found
}

const checkContent = (universe: NewRight['universe'], company: CompanyRow, content: Content): void => {
  if (!company.universes.includes(universe)) throw fieldProblem('universe', 'universe_not_held')
  const offered = templatesOf(universe)
  const foreign = content.templates.findIndex((template) => !offered.includes(template))
  if (foreign >= 0) throw fieldProblem(`templates.${foreign}`, 'template_not_offered')
  if (!content.allSites && universe !== 'client') throw fieldProblem('siteIds', 'sites_client_only')
}

const nameTaken = () => fieldProblem('name', 'right_name_taken')

/** Row security may hide a right of the same name: the index then speaks. */
const unlessNameTaken = async <T>(write: Promise<T>): Promise<T> =>
  write.catch((error: { code?: string }) => {
    throw error.code === '23505' ? nameTaken() : error
  })

const checkName = async (tx: ScopedTransaction, companyId: string, name: string, exceptId: string | null): Promise<void> => {
  if (await tx.first(rights.nameTaken(companyId, name, exceptId))) throw nameTaken()
}

const insertSites = async (tx: ScopedTransaction, companyId: string, rightId: string, siteIds: readonly string[]): Promise<void> => {
  if (siteIds.length === 0) return
  await tx.run(
    db.insertInto('right_sites').values(siteIds.map((siteId) => ({ right_id: rightId, site_id: siteId, company_id: companyId }))),
  )
}

const logged = (name: string, sites: readonly { name: string }[], allSites: boolean, templates: readonly string[]) => ({
  name,
  sites: allSites ? 'all' : sites.map((site) => site.name),
  templates: [...templates].sort(),
})

/** The site under which the history keeps a right: its only one; a person limited to sites writes under the first of them. */
const siteOf = (tx: ScopedTransaction, sites: readonly { id: string }[]): string | null =>
  sites.length === 1 || !tx.scope.allSites ? (sites[0]?.id ?? null) : null

const again = async (tx: ScopedTransaction, reference: string, id: string): Promise<RightRow> => {
  const row = await tx.first(rights.one(reference, id))
  if (!row) throw new Problem('not_found')
  return row
}

/** « Créer un droit personnalisé ». */
export const createRight = async (tx: ScopedTransaction, reference: string, body: NewRight): Promise<{ row: RightRow } & Opened> => {
  const opened = await openDelegation(tx, reference)
  const { company, delegation } = opened
  if (!mayCompose(delegation.granter, delegation.company)) throw new Problem('forbidden')
  checkContent(body.universe, company, body)
  const sites = await checkedSites(tx, company.id, body)
  const templates = [...new Set(body.templates)]
  demandDelegation(delegation, { ...body, kind: 'custom', templates, siteIds: sites.map((site) => site.id) })
  await checkName(tx, company.id, body.name, null)
  const id = newId()
  await unlessNameTaken(
    tx.run(
      db.insertInto('rights').values({
        id,
        company_id: company.id,
        kind: 'custom',
        universe: body.universe,
        name: body.name,
        templates,
        all_sites: body.allSites,
      }),
    ),
  )
  await insertSites(
    tx,
    company.id,
    id,
    sites.map((site) => site.id),
  )
  await recordActivity(tx, {
    companyId: company.id,
    siteId: siteOf(tx, sites),
    action: 'right.created',
    objectKind: 'right',
    objectReference: id,
    objectLabel: body.name,
    after: { ...logged(body.name, sites, body.allSites, templates), universe: body.universe },
  })
  await announceRights(tx, company)
  return { row: await again(tx, reference, id), ...opened }
}

const findCustom = async (tx: ScopedTransaction, reference: string, id: string, { delegation }: Opened): Promise<RightRow> => {
  const row = await again(tx, reference, id)
  if (row.kind !== 'custom' || !mayCompose(delegation.granter, delegation.company)) throw new Problem('forbidden')
  demandDelegation(delegation, contentOfRow(row))
  return row
}

/** Changes a custom right; the holders' effective rights follow in the same transaction. */
export const updateRight = async (
  tx: ScopedTransaction,
  reference: string,
  id: string,
  { version, ...content }: Content & { readonly version: number },
  present: (row: RightRow, opened: Opened) => unknown,
): Promise<{ row: RightRow } & Opened> => {
  const opened = await openDelegation(tx, reference)
  const { company, delegation } = opened
  const before = await findCustom(tx, reference, id, opened)
  if (before.version !== version) throw new Problem('version_conflict', { current: present(before, opened) })
  const universe = before.universe ?? 'client'
  checkContent(universe, company, content)
  const sites = await checkedSites(tx, company.id, content)
  const templates = [...new Set(content.templates)]
  demandDelegation(delegation, { ...content, kind: 'custom', universe, templates, siteIds: sites.map((site) => site.id) })
  await checkName(tx, company.id, content.name, id)
  const changed = changes(
    logged(before.name, before.sites, before.all_sites, before.templates),
    logged(content.name, sites, content.allSites, templates),
  )
  if (!changed) return { row: before, ...opened }
  // A right that stops being everywhere gets its sites first: at no moment does it hold more than before and after.
  const kept = new Set(sites.map((site) => site.id))
  const known = new Set(before.sites.map((site) => site.id))
  const gone = [...known].filter((site) => !kept.has(site))
  if (gone.length > 0)
    await tx.run(db.deleteFrom('right_sites').where('right_id', '=', id).where(sql<boolean>`site_id = any(${gone}::uuid[])`))
  await insertSites(
    tx,
    company.id,
    id,
    [...kept].filter((site) => !known.has(site)),
  )
  await unlessNameTaken(
    tx.run(
      db
        .updateTable('rights')
        .set({ name: content.name, templates, all_sites: content.allSites, version: version + 1 })
        .where('id', '=', id),
    ),
  )
  await recordActivity(tx, {
    companyId: company.id,
    siteId: siteOf(tx, sites),
    action: 'right.updated',
    objectKind: 'right',
    objectReference: id,
    objectLabel: content.name,
    ...changed,
  })
  await announceRights(tx, company)
  if (before.holders > 0) await announceSession(tx, company)
  return { row: await again(tx, reference, id), ...opened }
}

/** Deletes a custom right. People who hold it lose it when `detach` says so, else it is refused. */
export const deleteRight = async (tx: ScopedTransaction, reference: string, id: string, detach: boolean): Promise<void> => {
  const opened = await openDelegation(tx, reference)
  const { company } = opened
  const row = await findCustom(tx, reference, id, opened)
  const people = await tx.all(
    db
      .selectFrom('user_rights as ur')
      .leftJoin('users as u', 'u.id', 'ur.user_id')
      .where('ur.right_id', '=', id)
      .select(['ur.user_id', 'u.login', 'u.display_name', 'u.site_id']),
  )
  if (people.length > 0 && !detach) throw new Problem('conflict')
  await tx.run(db.deleteFrom('user_rights').where('right_id', '=', id))
  for (const person of people) {
    if (person.login === null) continue
    await tx.run(db.updateTable('users').set({ version: sql`version + 1` }).where('id', '=', person.user_id))
    await recordActivity(tx, {
      companyId: company.id,
      siteId: person.site_id,
      action: 'user.rights_changed',
      objectKind: 'user',
      objectReference: person.login,
      objectLabel: person.display_name,
      before: { rights: [row.name] },
      after: { rights: [] },
    })
  }
  await tx.run(db.deleteFrom('rights').where('id', '=', id))
  await recordActivity(tx, {
    companyId: company.id,
    siteId: siteOf(tx, row.sites),
    action: 'right.deleted',
    objectKind: 'right',
    objectReference: id,
    objectLabel: row.name,
    before: { ...logged(row.name, row.sites, row.all_sites, row.templates), universe: row.universe },
  })
  await announceRights(tx, company)
  if (people.length > 0) await announceSession(tx, company)
}
