import type { Invitation } from '#api/identity/users/users'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { announceUsers } from '../../access/announce-access.ts'
import { setRights } from '../../access/assign-rights.ts'
import { mayAssign } from '../../access/delegation.ts'
import { openDelegation } from '../../access/open-delegation.ts'
import { recordActivity } from '../../activity/record-activity.ts'
import { createLogin } from './create-login.ts'
import { mayInvite } from './users.policy.ts'

interface Invited {
  readonly contactId: string
  readonly siteId: string | null
  readonly firstName: string
  readonly lastName: string
  readonly email: string
}

const knownContact = async (tx: ScopedTransaction, companyId: string, contactId: string): Promise<Invited> => {
  const contact = await tx.first(
    db
      .selectFrom('contacts')
      .where('id', '=', contactId)
      .where('company_id', '=', companyId)
      .where('archived_at', 'is', null)
      .select(['id', 'site_id', 'first_name', 'last_name', 'email'])
      .forUpdate(),
  )
  if (!contact) throw fieldProblem('contactId', 'contact_unknown')
  if (!contact.email) throw fieldProblem('contactId', 'contact_email_missing')
  const user = await tx.first(db.selectFrom('users').where('contact_id', '=', contactId).select('id'))
  if (user) throw new Problem('already_exists')
  return { contactId, siteId: contact.site_id, firstName: contact.first_name, lastName: contact.last_name, email: contact.email }
}

const newContact = async (tx: ScopedTransaction, companyId: string, contact: NonNullable<Invitation['contact']>): Promise<Invited> => {
  const siteId = contact.siteId ?? null
  if (siteId) {
    const site = await tx.first(db.selectFrom('sites').where('id', '=', siteId).where('company_id', '=', companyId).select('id'))
    if (!site) throw fieldProblem('contact.siteId', 'site_unknown')
  } else if (!tx.scope.allSites) {
    // A person limited to sites makes contacts of those sites only.
    throw fieldProblem('contact.siteId', 'required')
  }
  const id = newId()
  await tx.run(
    db.insertInto('contacts').values({
      id,
      company_id: companyId,
      site_id: siteId,
      first_name: contact.firstName,
      last_name: contact.lastName,
      email: contact.email,
      job_title: contact.jobTitle ?? null,
      phone: contact.phone ?? null,
      mobile: contact.mobile ?? null,
    }),
  )
  await recordActivity(tx, {
    companyId,
    siteId,
    action: 'contact.created',
    objectKind: 'contact',
    objectReference: id,
    objectLabel: `${contact.firstName} ${contact.lastName}`,
    after: { firstName: contact.firstName, lastName: contact.lastName, email: contact.email },
  })
  return { contactId: id, siteId, firstName: contact.firstName, lastName: contact.lastName, email: contact.email }
}

/** Gives access to a contact: login, rights within the caller's delegation, initialisation mail. Returns the login. */
export const inviteUser = async (tx: ScopedTransaction, reference: string, invitation: Invitation): Promise<string> => {
  const opened = await openDelegation(tx, reference)
  const { company, delegation } = opened
  if (!mayInvite(tx.scope)) throw new Problem('forbidden')
  if (invitation.rightIds.length > 0 && !mayAssign(delegation.granter, delegation.company)) throw new Problem('forbidden')
  const invited = invitation.contact
    ? await newContact(tx, company.id, invitation.contact)
    : await knownContact(tx, company.id, invitation.contactId ?? '')
  const displayName = `${invited.firstName} ${invited.lastName}`.trim()
  const { id, login } = await createLogin(tx, {
    companyId: company.id,
    contactId: invited.contactId,
    siteId: invited.siteId,
    displayName,
    language: invitation.language,
  })
  await recordActivity(tx, {
    companyId: company.id,
    siteId: invited.siteId,
    action: 'user.invited',
    objectKind: 'user',
    objectReference: login,
    objectLabel: displayName,
    after: { email: invited.email, language: invitation.language },
  })
  await announceUsers(tx, company)
  await setRights(tx, opened, { id, login, name: displayName, siteId: invited.siteId, state: 'invited' }, invitation.rightIds)
  return login
}
