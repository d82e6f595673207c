import * as z from 'zod/mini'
import { emailField, orNull, personNameField, phoneField, shortText } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { listEndpoint } from '../../list.ts'
import { universes } from '../../universes.ts'
import { namedSiteSchema } from '../sites/named-site.ts'
import { userStateSchema } from './user-states.ts'

const company = z.string().check(z.maxLength(32))
const params = z.strictObject({ company })
const oneParams = z.strictObject({ company, contact: z.uuid() })
const version = z.number().check(z.int())

export const contactRowSchema = z.object({
  id: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  jobTitle: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  mobile: z.nullable(z.string()),
  email: z.nullable(z.string()),
  site: z.nullable(namedSiteSchema),
  /** The login that opens the portal to this contact, if any. */
  access: z.nullable(z.object({ login: z.string(), state: userStateSchema })),
  archivedAt: z.nullable(z.string()),
})
export type ContactRow = z.infer<typeof contactRowSchema>

export const contactSchema = z.extend(contactRowSchema, {
  company: z.object({ reference: z.string(), name: z.string() }),
  createdAt: z.string(),
  version: z.number(),
  /** `editEmail`: the password of somebody with access is set through their e-mail, so few may change it. */
  abilities: z.object({ edit: z.boolean(), editEmail: z.boolean(), archive: z.boolean(), restore: z.boolean(), giveAccess: z.boolean() }),
})
export type Contact = z.infer<typeof contactSchema>

const contactFields = {
  firstName: z.union([z.literal(''), personNameField], { error: 'person_name_invalid' }),
  lastName: personNameField,
  jobTitle: orNull(shortText(80)),
  phone: orNull(phoneField),
  mobile: orNull(phoneField),
  email: orNull(emailField),
  siteId: z.nullable(z.uuid({ error: 'invalid' })),
}
export const contactFormSchema = z.strictObject(contactFields)
export type ContactForm = z.infer<typeof contactFormSchema>

const readers = { anyOf: ['company.read'], universes } as const
const writers = { anyOf: ['company.write'], universes } as const

export const listContacts = listEndpoint({
  path: '/api/:universe/companies/:company/contacts',
  summary: '« Gestion des contacts »: the people of a company, with or without access.',
  topic: 'contacts',
  right: readers,
  params,
  screen: 'contacts',
  row: contactRowSchema,
  filters: {
    access: z.enum(['with', 'without'], { error: 'invalid' }),
    site: z.uuid({ error: 'invalid' }),
    archived: z.enum(['true'], { error: 'invalid' }),
  },
  sorts: ['name', 'jobTitle', 'site', 'email'],
  defaultSort: 'name',
  beside: { abilities: z.object({ create: z.boolean() }) },
})

export const createContact = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/contacts',
  summary: 'Add a contact; access is given separately.',
  touches: ['companies', 'sites', 'contacts', 'payments'],
  right: writers,
  params,
  body: contactFormSchema,
  response: contactSchema,
  status: 201,
  idempotent: true,
})

export const readContact = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/contacts/:contact',
  summary: 'One contact.',
  topic: 'contacts',
  right: readers,
  params: oneParams,
  response: contactSchema,
})

export const updateContact = endpoint({
  method: 'PUT',
  path: '/api/:universe/companies/:company/contacts/:contact',
  summary: 'Change a contact. Somebody with access keeps an e-mail.',
  touches: ['companies', 'sites', 'contacts', 'payments'],
  right: writers,
  params: oneParams,
  body: z.strictObject({ ...contactFields, version }),
  response: contactSchema,
  problems: ['version_conflict', 'conflict'],
})

export const archiveContact = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/contacts/:contact/archive',
  summary: 'Archive a contact who is no longer there; an open access must be suspended first.',
  touches: ['companies', 'sites', 'contacts', 'payments'],
  right: writers,
  params: oneParams,
  response: contactSchema,
  problems: ['conflict'],
})

export const restoreContact = endpoint({
  method: 'DELETE',
  path: '/api/:universe/companies/:company/contacts/:contact/archive',
  summary: 'Bring an archived contact back.',
  touches: ['companies', 'sites', 'contacts', 'payments'],
  right: writers,
  params: oneParams,
  response: contactSchema,
  problems: ['conflict'],
})
