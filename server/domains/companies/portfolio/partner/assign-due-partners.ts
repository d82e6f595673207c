import { sql } from 'kysely'
import * as z from 'zod/mini'
import { dayOf } from '../../../../platform/clock.ts'
import { db, raw, type Transaction } from '../../../../platform/db/query.ts'
import { defineJob } from '../../../../platform/jobs/define-job.ts'
import { recordActivityOf } from '../../../activity/record-activity.ts'
import { staffName } from '../../../activity/staff-name.ts'

/** Every quarter of an hour, and at once when a change is due today. */
export const assignPartnersJob = defineJob('carrier.assign_due_partners', z.looseObject({}))

const nobody = { userId: null, companyId: null, companyName: null, universe: null, ip: null, requestId: null }

/**
 * Applies one change of partner whose day has come, if any is left: re-keys the living rows; the history keeps the partner of its time.
 * @returns false when nothing was due.
 */
export const assignOneDuePartner = async (tx: Transaction): Promise<boolean> => {
  const change = await tx.first(
    db
      .selectFrom('partner_changes')
      .selectAll()
      .where('state', '=', 'scheduled')
      .where('effective_on', '<=', dayOf(tx.now).toString())
      .orderBy('effective_on')
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .skipLocked(),
  )
  if (!change) return false
  const company = await tx.first(db.selectFrom('companies').selectAll().where('id', '=', change.company_id).forUpdate())
  if (!company) return false
  const line = { companyId: company.id, objectKind: 'company', objectReference: company.reference, objectLabel: company.name }
  const nameOf = async (id: string | null) =>
    id ? ((await tx.first(db.selectFrom('companies').select('name').where('id', '=', id)))?.name ?? null) : null
  const after = { partner: await nameOf(change.to_operator_id ?? change.to_ambassador_id), effectiveOn: change.effective_on }
  // Before: under the partner that leaves, so that it reads why its client went. After: under the one that comes.
  await recordActivityOf(tx, { ...nobody, name: staffName(change.requested_by) }, { ...line, action: 'partner.left', after })
  await tx.run(raw(sql`select app.assign_partner(${company.id}, ${change.to_ambassador_id}, ${change.to_operator_id})`))
  await tx.run(db.updateTable('partner_changes').set({ state: 'done', done_at: tx.now }).where('id', '=', change.id))
  if (change.to_ambassador_id ?? change.to_operator_id)
    await recordActivityOf(tx, { ...nobody, name: staffName(change.requested_by) }, { ...line, action: 'partner.joined', after })
  return true
}
