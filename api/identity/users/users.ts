import * as z from 'zod/mini'
import { heldRightSchema } from '../../access/rights.ts'
import { emailField, personNameField, phoneField, shortText } from '../../atoms.ts'
import { userStateSchema } from '../../companies/contacts/user-states.ts'
import { namedSiteSchema } from '../../companies/sites/named-site.ts'
import { endpoint } from '../../endpoint.ts'
import { languageSchema } from '../../languages.ts'
import { listEndpoint } from '../../list.ts'
import { universeSchema, universes } from '../../universes.ts'

const company = z.string().check(z.maxLength(32))
const login = z.string().check(z.maxLength(32))

export const userRowSchema = z.object({
  login: z.string(),
  name: z.string(),
  email: z.nullable(z.string()),
  state: userStateSchema,
  isAdministrator: z.boolean(),
  rights: z.array(heldRightSchema),
  /** Universes in which the person holds something. */
  universes: z.array(universeSchema),
  site: z.nullable(namedSiteSchema),
  company: z.object({ reference: z.string(), name: z.string() }),
  lastSignInAt: z.nullable(z.string()),
  createdAt: z.string(),
})
export type UserRow = z.infer<typeof userRowSchema>

export const userSchema = z.extend(userRowSchema, {
  contactId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  jobTitle: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  mobile: z.nullable(z.string()),
  language: languageSchema,
  version: z.number(),
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
  params: z.strictObject({ company }),
  screen: 'users',
  row: userRowSchema,
  filters,
  ...sorted,
  beside: {
    company: z.object({ reference: z.string(), name: z.string() }),
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
  filters: { ...filters, company },
  ...sorted,
})

export const readUser = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/users/:login',
  summary: 'One person with access.',
  topic: 'users',
  right: { anyOf: ['company.read'], universes },
  params: z.strictObject({ company, login }),
  response: userSchema,
})

const blank = <T extends z.core.$ZodType>(field: T) => z.optional(z.nullable(field))

export const inviteUser = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/users',
  summary: 'Give access to a contact, known or new: creates the login and sends the initialisation mail.',
  touches: ['users', 'rights', 'contacts'],
  right: writers,
  params: z.strictObject({ company }),
  body: z
    .strictObject({
      /** A contact of the company… */
      contactId: blank(z.uuid()),
      /** … or a new one. */
      contact: blank(
        z.strictObject({
          firstName: personNameField,
          lastName: personNameField,
          email: emailField,
          jobTitle: blank(shortText(80)),
          phone: blank(phoneField),
          mobile: blank(phoneField),
          siteId: blank(z.uuid()),
        }),
      ),
      language: languageSchema,
      rightIds: z.array(z.uuid()).check(z.maxLength(100, 'too_many')),
    })
    .check(z.refine((body) => Boolean(body.contactId) !== Boolean(body.contact), { message: 'required', path: ['contactId'] })),
  response: userSchema,
  status: 201,
  idempotent: true,
  problems: ['delegation_exceeded', 'already_exists'],
})
export type Invitation = z.infer<NonNullable<typeof inviteUser.body>>

export const resendInvitation = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/users/:login/invitation',
  summary: 'Send the initialisation mail again, once a minute and five times a day at most; the earlier link dies.',
  touches: ['users', 'rights', 'contacts'],
  right: writers,
  params: z.strictObject({ company, login }),
  idempotent: true,
  problems: ['conflict', 'invitation_just_sent', 'invitation_daily_limit'],
})

export const suspendUser = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/users/:login/suspension',
  summary: 'Suspend the access: the sessions end at once.',
  touches: ['users', 'rights', 'contacts'],
  right: writers,
  params: z.strictObject({ company, login }),
  response: userSchema,
  problems: ['conflict', 'last_administrator'],
})

export const reactivateUser = endpoint({
  method: 'DELETE',
  path: '/api/:universe/companies/:company/users/:login/suspension',
  summary: 'Give the access back.',
  touches: ['users', 'rights', 'contacts'],
  right: writers,
  params: z.strictObject({ company, login }),
  response: userSchema,
  problems: ['conflict'],
})
