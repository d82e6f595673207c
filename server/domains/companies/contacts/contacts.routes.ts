import {
  archiveContact,
  createContact,
  listContacts,
  readContact as readEndpoint,
  restoreContact,
  updateContact,
} from '#api/companies/contacts/contacts'
import { contactWords, userStateWords } from '#api/companies/words'
import { found } from '../../../platform/db/questions.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { textColumn } from '../../../platform/lists/export-columns.ts'
import { listRoutes, listSource } from '../../../platform/lists/list-routes.ts'
import { shownEmail } from '../../../platform/shown-address.ts'
import * as companies from '../company/company.repository.ts'
import { mayCreateContacts } from './contacts.policy.ts'
import { presentContactRow } from './contacts.presenter.ts'
import * as contacts from './contacts.repository.ts'
import { readContact } from './read-contact.ts'
import * as verbs from './write-contact.ts'

export const contactsSource = listSource(listContacts, {
  page: ({ params, filters }, order) => contacts.page(params.company, filters, order),
  also: ({ params }) => ({ company: found(companies.identity(params.company)) }),
  beside: (scope) => ({ abilities: { create: mayCreateContacts(scope) } }),
  present: () => presentContactRow,
  file: {
    name: { fr: 'contacts', en: 'contacts' },
    columns: () => [
      textColumn(contactWords.lastName, ({ lastName }) => lastName),
      textColumn(contactWords.firstName, ({ firstName }) => firstName),
      textColumn(contactWords.jobTitle, ({ jobTitle }) => jobTitle),
      textColumn(contactWords.email, ({ email }) => email && shownEmail(email)),
      textColumn(contactWords.phone, ({ phone }) => phone),
      textColumn(contactWords.mobile, ({ mobile }) => mobile),
      textColumn(contactWords.site, ({ site }) => site?.name ?? contactWords.wholeCompany),
      textColumn(contactWords.access, ({ access }) => (access ? userStateWords[access.state] : contactWords.noAccess)),
      textColumn(contactWords.login, ({ access }) => access?.login),
    ],
  },
})

export const contactsRoutes: Route[] = [
  ...listRoutes(listContacts, contactsSource),
  route(createContact, (ctx, { params, body }) => ctx.write((tx) => verbs.createContact(tx, params.company, body))),
  route(readEndpoint, (ctx, { params }) => readContact(ctx, params.company, params.contact)),
  route(updateContact, (ctx, { params, body }) => ctx.write((tx) => verbs.updateContact(tx, params.company, params.contact, body))),
  route(archiveContact, (ctx, { params }) => ctx.write((tx) => verbs.archiveContact(tx, params.company, params.contact))),
  route(restoreContact, (ctx, { params }) => ctx.write((tx) => verbs.restoreContact(tx, params.company, params.contact))),
]
