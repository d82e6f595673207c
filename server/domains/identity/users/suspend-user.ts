import type { UserState } from '#api/companies/contacts/user-states'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { Problem } from '../../../platform/problem.ts'
import { announceUsers } from '../../access/announce-access.ts'
import { demandOtherAdministrator } from '../../access/assign-rights.ts'
import { lockPerson, type Opened, openDelegation } from '../../access/open-delegation.ts'
import { recordActivity } from '../../activity/record-activity.ts'
import { sendInitialisation } from '../initialisation-job.ts'
import { judgeInvitation } from './invitation-pause.ts'
import { type JudgedUser, mayHoldBack, mayResend } from './users.policy.ts'

interface Found extends JudgedUser {
  readonly login: string
  readonly name: string
}

const lockUser = async (tx: ScopedTransaction, reference: string, login: string): Promise<{ user: Found; opened: Opened }> => {
  const opened = await openDelegation(tx, reference)
  const row = await lockPerson(tx, reference, login)
  const user = {
    id: row.id,
    siteId: row.site_id,
    state: row.state,
    isAdministrator: row.is_administrator,
    login: row.login,
    name: row.name,
  }
  return { user, opened }
}

const record = (tx: ScopedTransaction, companyId: string, user: Found, action: string, after?: UserState) =>
  recordActivity(tx, {
    companyId,
    siteId: user.siteId,
    action,
    objectKind: 'user',
    objectReference: user.login,
    objectLabel: user.name,
    ...(after ? { before: { state: user.state }, after: { state: after } } : {}),
  })

const setState = async (tx: ScopedTransaction, user: Found, state: UserState): Promise<UserState> => {
  const row = await tx.first(db.updateTable('users').set({ state }).where('id', '=', user.id).returning('state'))
  return row?.state ?? state
}

/** Suspends an access. The database ends the sessions in the same transaction. */
export const suspendUser = async (tx: ScopedTransaction, reference: string, login: string): Promise<void> => {
  const { user, opened } = await lockUser(tx, reference, login)
  if (!mayHoldBack(tx.scope, opened.delegation, user)) throw new Problem('forbidden')
  if (user.state === 'suspended') throw new Problem('conflict')
  if (user.isAdministrator && user.state === 'active') await demandOtherAdministrator(tx, opened.company.id, user.id)
  await record(tx, opened.company.id, user, 'user.suspended', await setState(tx, user, 'suspended'))
  await announceUsers(tx, opened.company)
}

/** Gives an access back: active, or invited when the person never chose a password. */
export const reactivateUser = async (tx: ScopedTransaction, reference: string, login: string): Promise<void> => {
  const { user, opened } = await lockUser(tx, reference, login)
  if (!mayHoldBack(tx.scope, opened.delegation, user)) throw new Problem('forbidden')
  if (user.state !== 'suspended') throw new Problem('conflict')
  const state = await setState(tx, user, 'active')
  await record(tx, opened.company.id, user, 'user.reactivated', state)
  await announceUsers(tx, opened.company)
  if (state === 'invited') await sendInitialisation.enqueue(tx, { userId: user.id }, { key: `initialisation:${user.id}` })
}

/** Sends the initialisation mail again to a person who did not use it yet. */
export const resendInvitation = async (tx: ScopedTransaction, reference: string, login: string): Promise<void> => {
  const { user, opened } = await lockUser(tx, reference, login)
  if (user.state !== 'invited') throw new Problem('conflict')
  if (!mayResend(tx.scope, user)) throw new Problem('forbidden')
  const sent = await tx.first(db.selectFrom('users').where('id', '=', user.id).select('invitation_times'))
  const verdict = judgeInvitation(sent?.invitation_times ?? [], tx.now)
  if (!verdict.allowed)
    throw new Problem(verdict.code, verdict.code === 'invitation_just_sent' ? { retryAfterSeconds: verdict.waitSeconds } : {})
  await tx.run(
    db
      .updateTable('users')
      .set({ invitation_times: [...verdict.times] })
      .where('id', '=', user.id),
  )
  await sendInitialisation.enqueue(tx, { userId: user.id }, { key: `initialisation:${user.id}` })
  await record(tx, opened.company.id, user, 'user.invitation_resent')
}
