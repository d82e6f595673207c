import { sql } from 'kysely'
import type { ScopedTransaction } from '../../platform/context.ts'
import { db } from '../../platform/db/query.ts'
import { Problem } from '../../platform/problem.ts'
import { recordActivity } from '../activity/record-activity.ts'
import { announceRights, announceSession } from './announce-access.ts'
import { mayAssign } from './delegation.ts'
import { demandDelegation, lockPerson, type Opened, openDelegation } from './open-delegation.ts'
import { contentOfRow } from './rights.presenter.ts'
import * as rights from './rights.repository.ts'

export interface AssignedUser {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly siteId: string | null
  readonly state: 'invited' | 'active' | 'suspended'
}

/** @throws Problem `last_administrator` when nobody else, active, administers the company. To be asked under the company's lock. */
export const demandOtherAdministrator = async (tx: ScopedTransaction, companyId: string, userId: string): Promise<void> => {
  const others = await tx.first(rights.otherAdministrators(companyId, userId))
  if (!others || others.count === 0) throw new Problem('last_administrator')
}

const heldIds = async (tx: ScopedTransaction, userId: string): Promise<Set<string>> =>
  new Set((await tx.all(db.selectFrom('user_rights').where('user_id', '=', userId).select('right_id'))).map((row) => row.right_id))

/**
 * Gives a person exactly these rights among those that the caller sees; the others stay. Each one given or taken must be the caller's to give.
 * Runs under the company's lock (`openDelegation`). Returns whether anything changed.
 */
export const setRights = async (
  tx: ScopedTransaction,
  opened: Opened,
  user: AssignedUser,
  wantedIds: readonly string[],
): Promise<boolean> => {
  const { company, delegation } = opened
  const visible = await tx.all(rights.ofCompanyId(company.id))
  const wanted = new Set(wantedIds.map((id) => id.toLowerCase()))
  for (const id of wanted) if (!visible.some((right) => right.id === id)) throw new Problem('not_found')
  const held = await heldIds(tx, user.id)
  const given = visible.filter((right) => wanted.has(right.id) && !held.has(right.id))
  const taken = visible.filter((right) => held.has(right.id) && !wanted.has(right.id))
  if (given.length === 0 && taken.length === 0) return false
  for (const right of [...given, ...taken]) demandDelegation(delegation, contentOfRow(right))
  if (user.state === 'active' && taken.some((right) => right.kind === 'administrator'))
    await demandOtherAdministrator(tx, company.id, user.id)
  if (taken.length > 0)
    await tx.run(
      db
        .deleteFrom('user_rights')
        .where('user_id', '=', user.id)
        .where(sql<boolean>`right_id = any(${taken.map((right) => right.id)}::uuid[])`),
    )
  if (given.length > 0)
    await tx.run(
      db.insertInto('user_rights').values(given.map((right) => ({ user_id: user.id, right_id: right.id, company_id: company.id }))),
    )
  await tx.run(db.updateTable('users').set({ version: sql`version + 1` }).where('id', '=', user.id))
  const names = (ids: ReadonlySet<string>) => visible.filter((right) => ids.has(right.id)).map((right) => right.name)
  await recordActivity(tx, {
    companyId: company.id,
    siteId: user.siteId,
    action: 'user.rights_changed',
    objectKind: 'user',
    objectReference: user.login,
    objectLabel: user.name,
    before: { rights: names(held) },
    after: { rights: names(wanted) },
  })
  await announceRights(tx, company)
  await announceSession(tx, company, user.id)
  return true
}

/** Sets the rights of a person of a company. */
export const assignRights = async (
  tx: ScopedTransaction,
  reference: string,
  login: string,
  body: { readonly rightIds: readonly string[]; readonly version?: number | undefined },
) => {
  const opened = await openDelegation(tx, reference)
  const found = await lockPerson(tx, reference, login)
  if (!mayAssign(opened.delegation.granter, opened.delegation.company)) throw new Problem('forbidden')
  const assigned = async () => {
    const held = await tx.all(rights.withHolder(reference, login))
    const user = await tx.first(rights.user(reference, login))
    return {
      version: user?.version ?? found.version,
      rights: held.filter((right) => right.held).map(({ id, kind, name, universe }) => ({ id, kind, name, universe })),
    }
  }
  if (body.version !== undefined && body.version !== found.version) throw new Problem('version_conflict', { current: await assigned() })
  await setRights(
    tx,
    opened,
    { id: found.id, login: found.login, name: found.name, siteId: found.site_id, state: found.state },
    body.rightIds,
  )
  return assigned()
}
