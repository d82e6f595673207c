import type { Accountcode } from '#api/subscriptions/accountcodes/accountcodes'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { Problem } from '../../../platform/problem.ts'
import { changes, recordActivity } from '../../activity/record-activity.ts'
import { mayEditAccountcodes } from './accountcodes.policy.ts'
import { accountcode } from './accountcodes-query.ts'
import { presentAccountcode } from './present-accountcode.ts'

export interface AccountcodeChange {
  readonly label: string
  readonly partnerCode: string
}

interface Changed {
  readonly id: string
  readonly number: number
  readonly company_id: string
  readonly site_id: string
  readonly label: string
  readonly partner_code: string
  readonly version: number
}

/** Writes what differs, with its line of history; nothing when nothing does. */
export const changeAccountcode = async (tx: ScopedTransaction, row: Changed, wanted: AccountcodeChange): Promise<boolean> => {
  const differs = changes({ label: row.label, partnerCode: row.partner_code }, wanted)
  if (!differs) return false
  await tx.run(
    db
      .updateTable('accountcodes')
      .set({ label: wanted.label, partner_code: wanted.partnerCode, version: row.version + 1 })
      .where('id', '=', row.id),
  )
  await recordActivity(tx, {
    companyId: row.company_id,
    siteId: row.site_id,
    action: 'accountcode.updated',
    objectKind: 'accountcode',
    objectReference: String(row.number),
    objectLabel: wanted.label || wanted.partnerCode || null,
    ...differs,
  })
  return true
}

/** @throws Problem not_found, forbidden, version_conflict */
export const updateAccountcode = async (
  tx: ScopedTransaction,
  number: string,
  { version, ...wanted }: AccountcodeChange & { readonly version: number },
): Promise<Accountcode> => {
  const found = await tx.first(accountcode(number).forUpdate('a'))
  if (!found) throw new Problem('not_found')
  if (!mayEditAccountcodes(tx.scope)) throw new Problem('forbidden')
  const present = presentAccountcode(tx.scope)
  if (found.version !== version) throw new Problem('version_conflict', { current: present(found) })
  await changeAccountcode(tx, found, wanted)
  const after = await tx.first(accountcode(number))
  if (!after) throw new Problem('not_found')
  return present(after)
}
