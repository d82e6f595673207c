import * as z from 'zod/mini'
import { about } from '../../about.ts'
import { heldRightSchema } from '../../access/rights.ts'
import {
  blank,
  companyParams,
  companyReference,
  email,
  familyName,
  givenName,
  id,
  instant,
  jobTitle,
  label,
  login,
  namedCompany,
  personName,
  phone,
  typedJobTitle,
  version,
} from '../../atoms.ts'
import { userStateSchema } from '../../companies/contacts/user-states.ts'
import { namedSiteSchema } from '../../companies/sites/named-site.ts'
import { endpoint } from '../../endpoint.ts'
import { languageSchema } from '../../languages.ts'
import { listEndpoint } from '../../list.ts'
import { universeSchema, universes } from '../../universes.ts'

export const userRowSchema = z.object({
  login,
  name: label,
  email: z.nullable(email),
  state: userStateSchema,
  isAdministrator: z.boolean(),
  rights: z.array(heldRightSchema),
  /** Universes in which the person holds something. */
  universes: z.array(universeSchema),
  site: z.nullable(namedSiteSchema),
  company: namedCompany,
  lastSignInAt: z.nullable(instant),
  createdAt: instant,
  /** When the invitation that waits was sent, last; null once it was accepted. */
  invitedAt: z.nullable(instant),
  abilities: z.object({ resend: z.boolean() }),
})
export type UserRow = z.infer<typeof userRowSchema>

export const userSchema = z.extend(userRowSchema, {
  contactId: id,
  firstName: givenName,
  lastName: familyName,
  jobTitle: z.nullable(jobTitle),
  phone: z.nullable(phone),
  mobile: z.nullable(phone),
  language: languageSchema,
  version,
  abilities: z.object({ resend: z.boolean(), suspend: z.boolean(), reactivate: z.boolean(), assignRights: z.boolean() }),
})
export type PortalUser = z.infer<typeof userSchema>

const filters = {
  state: userStateSchema,
  neverSignedIn: z.enum(['true'], { error: 'invalid' }),
}
const sorted = { sorts: ['name', 'login', 'lastSignIn'], defaultSort: 'name' } as const
const writers = { anyOf: ['company.write'], universes } as const

export const listUsers = listEndpoint({
  path: '/api/:universe/companies/:company/users',
  summary: "« Mes utilisateurs »: a company's people with access.",
  topic: 'users',
  right: { anyOf: ['company.read'], universes },
  params: companyParams,
  screen: 'users',
  row: userRowSchema,
  filters,
  ...sorted,
  beside: {
    company: namedCompany,
    abilities: z.object({ invite: z.boolean() }),
  },
})

export const listAllUsers = listEndpoint({
  path: '/api/:universe/users',
  summary: "The users of the partner's clients, or of every company for the carrier. `q`: name, login or e-mail.",
  topic: 'users',
  right: { anyOf: ['company.read'], universes: ['ambassador', 'operator', 'carrier'] },
  screen: 'all-users',
  row: userRowSchema,
  filters: { ...filters, company: companyReference },
  ...sorted,
})

export const readUser = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/users/:login',
  summary: 'One person with access.',
  topic: 'users',
  right: { anyOf: ['company.read'], universes },
  params: z.strictObject({ company: companyReference, login }),
  response: userSchema,
})

export const inviteUser = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/users',
  summary: 'Give access to a contact, known or new: creates the login and sends the initialisation mail.',
  touches: ['users', 'rights', 'contacts'],
  right: writers,
  params: companyParams,
  body: z
    .strictObject({
      /** A contact of the company… */
      contactId: blank(id),
      /** … or a new one. */
      contact: blank(
        z.strictObject({
          firstName: personName,
          lastName: personName,
          email,
          jobTitle: blank(typedJobTitle),
          phone: blank(phone),
          mobile: blank(phone),
          siteId: blank(id),
        }),
      ),
      language: languageSchema,
      rightIds: z.array(id).check(z.maxLength(100, 'too_many')),
    })
    .check(z.refine((body) => Boolean(body.contactId) !== Boolean(body.contact), { message: 'required', path: ['contactId'] })),
  response: userSchema,
  status: 201,
  idempotent: true,
  problems: ['delegation_exceeded', 'already_exists'],
})
about(inviteUser.body, 'A contact of the company (`contactId`), or a new one (`contact`).', {
  examples: [
    {
      contact: { firstName: 'Camille', lastName: 'Martin', email: 'camille.martin@menuiserie.example' },
      language: 'fr',
      rightIds: ['01932d5e-8a40-7c11-9f3a-5b1c2d3e4f50'],
    },
  ],
})
export type Invitation = z.infer<NonNullable<typeof inviteUser.body>>

export const resendInvitation = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/users/:login/invitation',
  summary: 'Send the initialisation mail again, once a minute and five times a day at most; the earlier link dies.',
  touches: ['users', 'rights', 'contacts'],
  right: writers,
  params: z.strictObject({ company: companyReference, login }),
  idempotent: true,
  problems: ['conflict', 'invitation_just_sent', 'invitation_daily_limit'],
})

export const suspendUser = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/users/:login/suspension',
  summary: 'Suspend the access: the sessions end at once.',
  touches: ['users', 'rights', 'contacts'],
  right: writers,
  params: z.strictObject({ company: companyReference, login }),
  response: userSchema,
  problems: ['conflict', 'last_administrator'],
})

export const reactivateUser = endpoint({
  method: 'DELETE',
  path: '/api/:universe/companies/:company/users/:login/suspension',
  summary: 'Give the access back.',
  touches: ['users', 'rights', 'contacts'],
  right: writers,
  params: z.strictObject({ company: companyReference, login }),
  response: userSchema,
  problems: ['conflict'],
})
