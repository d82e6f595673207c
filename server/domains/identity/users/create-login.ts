import type { Language } from '#api/languages'
import { db, type Transaction } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import { sendInitialisation } from '../initialisation-job.ts'

export interface NewLogin {
  readonly companyId: string
  readonly contactId: string
  readonly siteId: string | null
  readonly displayName: string
  readonly language: Language
}

/** Gives a contact a login, without any right, and sends the initialisation mail once the transaction commits. */
export const createLogin = async (tx: Transaction, { companyId, contactId, siteId, displayName, language }: NewLogin) => {
  const id = newId()
  const created = await tx.first(
    db
      .insertInto('users')
      .values({ id, company_id: companyId, site_id: siteId, contact_id: contactId, display_name: displayName, language, state: 'invited' })
      .returning(['id', 'login']),
  )
  if (!created) throw new Error('The login was not created.')
  await sendInitialisation.enqueue(tx, { userId: id }, { key: `initialisation:${id}` })
  return created
}
