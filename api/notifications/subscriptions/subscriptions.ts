import * as z from 'zod/mini'
import { companyParams, companyReference, email, id, instant, label, namedCompany, orNull, phrase, version } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { universeSchema, universes } from '../../universes.ts'
import { everyCategory, notificationCategories, notificationCategorySchema, notificationChannels } from '../notification-categories.ts'

/** Everybody with access reads the subscriptions of their company and, partners, of their clients; `abilities` say who edits. */
const everybody = { anyOf: null, universes } as const
const contactParams = z.strictObject({ company: companyReference, contact: id })
const mask = z.int().check(z.gte(0, 'invalid'), z.lte(everyCategory, 'invalid'))

// Subscriptions -------------------------------------------------------------------------------------------------------------------

export const digests = ['none', 'hourly', 'daily'] as const
export const digestSchema = z.enum(digests, { error: 'invalid' })
export type Digest = (typeof digests)[number]

/** One mask per channel (bits: `categoryBit`). */
export const masksSchema = z.strictObject({ interface: mask, email: mask })
export type Masks = z.infer<typeof masksSchema>

/** Who is subscribed to what: a name and subscriptions, no other personal data. Universes that are not named are empty. */
export const subscriberSchema = z.object({
  contactId: id,
  name: label,
  /** Without access, a contact is told by e-mail only: `interface` stays 0. */
  hasAccess: z.boolean(),
  /** Without an address, e-mail subscriptions reach nobody. */
  hasEmail: z.boolean(),
  isAdministrator: z.boolean(),
  /** The caller's own line. */
  isSelf: z.boolean(),
  masks: z.partialRecord(universeSchema, masksSchema),
  digest: digestSchema,
  /** 0 until somebody saved. */
  version,
  abilities: z.object({ edit: z.boolean() }),
})
export type Subscriber = z.infer<typeof subscriberSchema>

export const subscriptionsSchema = z.object({
  company: namedCompany,
  /** The columns: universes of the company. */
  universes: z.array(universeSchema),
  contacts: z.array(subscriberSchema),
  /** `edit`: others' subscriptions and the company's addresses. */
  abilities: z.object({ edit: z.boolean() }),
})
export type Subscriptions = z.infer<typeof subscriptionsSchema>

export const listNotificationSubscriptions = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/notifications/subscriptions',
  summary: '« Gestion des contacts → Actions → Notifications »: every contact of a company with their subscriptions, by name.',
  topic: 'notification-subscriptions',
  right: everybody,
  params: companyParams,
  query: z.strictObject({
    q: z.optional(z.string().check(z.maxLength(200, 'too_long'))),
    /** Only contacts subscribed to this category, on one channel at least; in this universe, when given. */
    category: z.optional(notificationCategorySchema),
    universe: z.optional(universeSchema),
  }),
  response: subscriptionsSchema,
})

/** What is ticked and unticked, by channel: bits that are in neither stay as they are, so that two people saving at once both prevail. */
const toggles = z.strictObject({ on: mask, off: mask })

export const subscriptionChangeSchema = z.object({
  contactId: id,
  name: label,
  universe: universeSchema,
  channel: z.enum(notificationChannels),
  on: z.array(notificationCategorySchema),
  off: z.array(notificationCategorySchema),
})

export const saveNotificationSubscriptions = endpoint({
  method: 'PUT',
  path: '/api/:universe/companies/:company/notifications/subscriptions',
  summary: 'Save the changed lines of the dashboard at once: all or none. Says what changed, and who else had changed the same contacts.',
  touches: ['notification-subscriptions'],
  right: everybody,
  params: companyParams,
  body: z.strictObject({
    contacts: z
      .array(
        z.strictObject({
          contactId: id,
          /** The version that was on screen. */
          version,
          universes: z.partialRecord(universeSchema, z.strictObject({ interface: toggles, email: toggles })),
        }),
      )
      .check(z.minLength(1, 'required'), z.maxLength(2000, 'too_many')),
  }),
  response: z.object({
    /** One line per contact × universe × channel that is no longer what it was. */
    changes: z.array(subscriptionChangeSchema),
    /** Contacts that somebody else had saved in the meantime: both changes stand. */
    merged: z.array(z.object({ contactId: id, name: label })),
    /** The lines sent, as they are now. */
    contacts: z.array(subscriberSchema),
  }),
  bodyLimit: 1024 * 1024,
  problems: ['conflict'],
})

export const contactSubscriptionsSchema = z.extend(subscriberSchema, {
  company: namedCompany,
  universes: z.array(universeSchema),
})
export type ContactSubscriptions = z.infer<typeof contactSubscriptionsSchema>

export const readContactSubscriptions = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/contacts/:contact/subscriptions',
  summary: 'Contact → « Gestion des notifications »: the matrix of one contact.',
  topic: 'notification-subscriptions',
  right: everybody,
  params: contactParams,
  response: contactSubscriptionsSchema,
})

export const saveContactSubscriptions = endpoint({
  method: 'PUT',
  path: '/api/:universe/companies/:company/contacts/:contact/subscriptions',
  summary: 'Save the matrix of one contact and their digest. Universes that are not sent stay as they are.',
  touches: ['notification-subscriptions'],
  right: everybody,
  params: contactParams,
  body: z.strictObject({ version, masks: z.partialRecord(universeSchema, masksSchema), digest: z.optional(digestSchema) }),
  response: contactSubscriptionsSchema,
  problems: ['version_conflict', 'conflict'],
})

/** Where one's own matrix is: the bell's « Préférences ». */
export const readOwnSubscriptions = endpoint({
  method: 'GET',
  path: '/api/:universe/notifications/preferences',
  summary: "« Préférences »: the caller's own matrix, with the company and the contact to save it under.",
  topic: 'notification-subscriptions',
  right: everybody,
  response: contactSubscriptionsSchema,
})

// Company addresses ---------------------------------------------------------------------------------------------------------------

const categoriesRecord = <T extends z.core.$ZodType>(value: T) => z.partialRecord(notificationCategorySchema, value)

/** Universe → category → address; none = absent. */
export const companyAddressesSchema = z.object({
  company: namedCompany,
  universes: z.array(universeSchema),
  addresses: z.partialRecord(universeSchema, categoriesRecord(z.string())),
  version,
  abilities: z.object({ edit: z.boolean() }),
})
export type CompanyAddresses = z.infer<typeof companyAddressesSchema>

export const readCompanyAddresses = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/notifications/addresses',
  summary: 'Company → « Gestion des notifications »: one address per category and universe.',
  topic: 'notification-subscriptions',
  right: everybody,
  params: companyParams,
  response: companyAddressesSchema,
})

/** One field: the empty text is no address. Error path: `addresses.<universe>.<category>`. */
export const companyAddressField = orNull(email)
export const companyAddressesFormSchema = z.strictObject({
  version,
  addresses: z.partialRecord(
    universeSchema,
    z.strictObject(
      Object.fromEntries(notificationCategories.map((category) => [category, z.optional(companyAddressField)])) as Record<
        (typeof notificationCategories)[number],
        z.ZodMiniOptional<typeof companyAddressField>
      >,
    ),
  ),
})

export const saveCompanyAddresses = endpoint({
  method: 'PUT',
  path: '/api/:universe/companies/:company/notifications/addresses',
  summary: 'Save the addresses of the universes sent; an empty field is no address, the same address may recur.',
  touches: ['notification-subscriptions'],
  answers: readCompanyAddresses,
  right: everybody,
  params: companyParams,
  body: companyAddressesFormSchema,
  response: companyAddressesSchema,
  problems: ['version_conflict'],
})

// Who will be told ----------------------------------------------------------------------------------------------------------------

const toldSchema = z.object({
  /** The company whose subscription it is: the client, its partner, or the carrier. */
  company: namedCompany,
  universe: universeSchema,
})

export const previewRecipients = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/notifications/recipients',
  summary: '« Qui sera prévenu ? »: whom an event of a category would reach, on a site or on none, and by what subscription.',
  topic: 'notification-subscriptions',
  right: everybody,
  params: companyParams,
  query: z.strictObject({
    category: z._default(notificationCategorySchema, notificationCategories[0]),
    site: z.optional(id),
  }),
  response: z.object({
    people: z.array(
      z.extend(toldSchema, {
        contactId: id,
        name: label,
        hasAccess: z.boolean(),
        channels: z.array(z.enum(notificationChannels)),
        /** When their mails are gathered. */
        digest: digestSchema,
      }),
    ),
    /** Addresses of companies. */
    addresses: z.array(z.extend(toldSchema, { address: email })),
    /** For administrators: people subscribed but not told, and why: no right on it (or on that site), no address. */
    missed: z.array(z.extend(toldSchema, { contactId: id, name: label, reason: z.enum(['right', 'site', 'email', 'access_suspended']) })),
    /** Universes in which nobody would be told. */
    holes: z.array(toldSchema),
  }),
})

export const listFailingAddresses = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/notifications/failing-addresses',
  summary: 'Addresses that refuse the mails of the company: all of them to administrators, their own to others.',
  topic: 'notification-subscriptions',
  right: everybody,
  params: companyParams,
  response: z.object({
    addresses: z.array(z.object({ address: email, reason: z.nullable(phrase), failedAt: instant, isOwn: z.boolean() })),
  }),
})
