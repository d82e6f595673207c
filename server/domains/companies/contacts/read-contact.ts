import type { Contact } from '#api/companies/contacts/contacts'
import type { Reader } from '../../../platform/context.ts'
import { found } from '../../../platform/db/questions.ts'
import { presentContact } from './contacts.presenter.ts'
import * as contacts from './contacts.repository.ts'

/** A contact of a company. @throws Problem not_found */
export const readContact = async ({ read }: Reader, company: string, id: string): Promise<Contact> => {
  const { scope, contact } = await read({ contact: found(contacts.contact(company, id)) })
  return presentContact(scope, contact)
}
