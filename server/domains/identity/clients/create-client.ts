import * as z from 'zod/mini'
import type { NewClient } from '#api/companies/portfolio/clients'
import { frenchVatNumber, vatNumberBelongsTo } from '#api/companies/rules/company/vat-number'
import { frenchPostcode } from '#api/companies/sites/site-fields'
import type { Universe } from '#api/universes'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { createMainRights } from '../../access/main-rights.ts'
import { recordActivity } from '../../activity/record-activity.ts'
import { mayCreateClient } from '../../companies/portfolio/list/portfolio.policy.ts'
import {
  isPartner,
  noPartner,
  ownPartnerColumns,
  type PartnerColumns,
  resolvePartner,
} from '../../companies/portfolio/partner/resolve-partner.ts'
import { createLogin } from '../users/create-login.ts'

/** Under whom the company comes: a partner's client is its own; the carrier chooses. */
const placeOf = async (tx: ScopedTransaction, id: string, body: NewClient): Promise<{ universes: Universe[]; columns: PartnerColumns }> => {
  const { scope } = tx
  if (scope.universe !== 'carrier') {
    if (body.partner !== undefined) throw fieldProblem('partner', 'forbidden')
    if (body.universes !== undefined && body.universes.join() !== 'client') throw fieldProblem('universes', 'universe_forbidden')
    const columns = scope.universe === 'operator' ? { operator_id: scope.companyId } : { ambassador_id: scope.companyId }
    return { universes: ['client'], columns: { ...noPartner, ...columns } }
  }
  const universes = [...new Set<Universe>(body.universes ?? ['client'])]
  if (universes.includes('carrier')) throw fieldProblem('universes', 'universe_forbidden')
  if (!isPartner(universes)) return { universes, columns: await resolvePartner(tx, body.partner ?? null) }
  if (body.partner) throw fieldProblem('partner', 'partner_of_partner')
  return { universes, columns: ownPartnerColumns(id, universes) }
}

const check = (body: NewClient): void => {
  if (body.siren && body.vatNumber && !vatNumberBelongsTo(body.vatNumber, body.siren))
    throw fieldProblem('vatNumber', 'vat_number_mismatch')
  const { country, postcode } = body.headOffice
  if (country === 'FR' && !z.safeParse(frenchPostcode, postcode).success) throw fieldProblem('headOffice.postcode', 'postcode_invalid')
  if (body.contact.invite && !body.contact.email) throw fieldProblem('contact.email', 'required')
}

/**
 * Creates a company ready to work: sheet, head office, main rights, first contact and, on request, its first administrator. Whoever creates a
 * company may name that first administrator without holding its rights: there is nobody else to do it.
 */
export const createClientCompany = async (tx: ScopedTransaction, body: NewClient) => {
  if (!mayCreateClient(tx.scope)) throw new Problem('forbidden')
  check(body)
  const id = newId()
  const { universes, columns } = await placeOf(tx, id, body)
  const sheet = {
    name: body.name,
    siren: body.siren ?? null,
    vat_number: body.vatNumber ?? (body.siren ? frenchVatNumber(body.siren) : null),
    legal_form: body.legalForm ?? null,
    phone: body.phone ?? null,
  }
  await tx.run(db.insertInto('companies').values({ id, universes, ...columns, ...sheet }))
  const company = await tx.first(db.selectFrom('companies').select('reference').where('id', '=', id))
  if (!company) throw new Error('The company was not created.')
  const { headOffice, contact } = body
  await tx.run(
    db.insertInto('sites').values({
      id: newId(),
      company_id: id,
      name: 'Siège Social',
      is_head_office: true,
      street: headOffice.street,
      complement: headOffice.complement ?? null,
      postcode: headOffice.postcode,
      city: headOffice.city,
      commune_code: headOffice.communeCode ?? null,
      country: headOffice.country,
    }),
  )
  await createMainRights(tx, id, universes)
  const contactId = newId()
  await tx.run(
    db.insertInto('contacts').values({
      id: contactId,
      company_id: id,
      first_name: contact.firstName,
      last_name: contact.lastName,
      job_title: contact.jobTitle ?? null,
      phone: contact.phone ?? null,
      email: contact.email ?? null,
    }),
  )
  const line = { companyId: id, objectKind: 'company', objectReference: company.reference, objectLabel: body.name }
  await recordActivity(tx, { ...line, action: 'company.created', after: { name: body.name, siren: body.siren ?? null, universes } })
  const displayName = `${contact.firstName} ${contact.lastName}`
  let login: string | null = null
  if (contact.invite) {
    const user = await createLogin(tx, { companyId: id, contactId, siteId: null, displayName, language: tx.scope.language })
    const right = await tx.first(db.selectFrom('rights').select('id').where('company_id', '=', id).where('kind', '=', 'administrator'))
    if (!right) throw new Error('The company has no main right.')
    await tx.run(db.insertInto('user_rights').values({ user_id: user.id, right_id: right.id, company_id: id }))
    login = user.login
    await recordActivity(tx, {
      companyId: id,
      action: 'user.invited',
      objectKind: 'user',
      objectReference: login,
      objectLabel: displayName,
      after: { email: contact.email ?? null, administrator: true },
    })
  }
  return { reference: company.reference, name: body.name, login }
}
