import * as z from 'zod/mini'
import {
  companyParams,
  companyReference,
  email,
  familyName,
  givenName,
  id,
  instant,
  jobTitle,
  login,
  namedCompany,
  orNull,
  personName,
  phone,
  typedJobTitle,
  version,
} from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { listEndpoint } from '../../list.ts'
import { universes } from '../../universes.ts'
import { namedSiteSchema } from '../sites/named-site.ts'
import { userStateSchema } from './user-states.ts'

const oneParams = z.strictObject({ company: companyReference, contact: id })

export const contactRowSchema = z.object({
  id,
  firstName: givenName,
  lastName: familyName,
  jobTitle: z.nullable(jobTitle),
  phone: z.nullable(phone),
  mobile: z.nullable(phone),
  email: z.nullable(email),
  site: z.nullable(namedSiteSchema),
  /** The login that opens the portal to this contact, if any. */
  access: z.nullable(z.object({ login, state: userStateSchema })),
  archivedAt: z.nullable(instant),
})
export type ContactRow = z.infer<typeof contactRowSchema>

export const contactSchema = z.extend(contactRowSchema, {
  company: namedCompany,
  createdAt: instant,
  version,
  /** `editEmail`: the password of somebody with access is set through their e-mail, so few may change it. */
  abilities: z.object({ edit: z.boolean(), editEmail: z.boolean(), archive: z.boolean(), restore: z.boolean(), giveAccess: z.boolean() }),
})
export type Contact = z.infer<typeof contactSchema>

const contactFields = {
  firstName: z.union([personName, z.literal('')], { error: 'person_name_invalid' }),
  lastName: personName,
  jobTitle: orNull(typedJobTitle),
  phone: orNull(phone),
  mobile: orNull(phone),
  email: orNull(email),
  siteId: z.nullable(id),
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
  params: companyParams,
  screen: 'contacts',
  row: contactRowSchema,
  filters: {
    access: z.enum(['with', 'without'], { error: 'invalid' }),
    site: id,
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
  params: companyParams,
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
