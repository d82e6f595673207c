import { archiveContact, createContact, listContacts, readContact, restoreContact, updateContact } from '#api/companies/contacts/contacts'
import { type Route, route } from '../../../platform/http/route.ts'
import { Problem } from '../../../platform/problem.ts'
import * as companies from '../company/company.repository.ts'
import { mayCreateContacts } from './contacts.policy.ts'
import { presentContact, presentContactRow } from './contacts.presenter.ts'
import * as contacts from './contacts.repository.ts'
import * as verbs from './write-contact.ts'

export const contactsRoutes: Route[] = [
  route(listContacts, async (ctx, { params, query }) => {
    const { query: page, page: present } = contacts.page(params.company, query)
    const { scope, rows } = await ctx.read(companies.identity(params.company), page)
    if (rows[0].length === 0) throw new Problem('not_found')
    return { ...present(rows[1], presentContactRow), abilities: { create: mayCreateContacts(scope) } }
  }),
  route(createContact, (ctx, { params, body }) => ctx.write((tx) => verbs.createContact(tx, params.company, body))),
  route(readContact, async (ctx, { params }) => {
    const { scope, rows } = await ctx.read(contacts.contact(params.company, params.contact))
    const [contact] = rows[0]
    if (!contact) throw new Problem('not_found')
    return presentContact(scope, contact)
  }),
  route(updateContact, (ctx, { params, body }) => ctx.write((tx) => verbs.updateContact(tx, params.company, params.contact, body))),
  route(archiveContact, (ctx, { params }) => ctx.write((tx) => verbs.archiveContact(tx, params.company, params.contact))),
  route(restoreContact, (ctx, { params }) => ctx.write((tx) => verbs.restoreContact(tx, params.company, params.contact))),
]
