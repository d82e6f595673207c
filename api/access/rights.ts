import * as z from 'zod/mini'
import { companyParams, companyReference, count, fullName, id, label, login, shortText, version } from '../atoms.ts'
import { userStateSchema } from '../companies/contacts/user-states.ts'
import { namedSiteSchema } from '../companies/sites/named-site.ts'
import { endpoint } from '../endpoint.ts'
import { templateSchema } from '../templates.ts'
import { universeSchema, universes } from '../universes.ts'
import { grantSchema } from './grant.ts'

/** `administrator` = « Administrateur tout Univers », `universe` = « Univers Client »…, one per universe of the company, `custom` = made by the company. */
export const rightKinds = ['administrator', 'universe', 'custom'] as const
export type RightKind = (typeof rightKinds)[number]

/** A right as the people who hold it read it. */
export const heldRightSchema = z.object({
  id,
  kind: z.enum(rightKinds),
  name: label,
  /** null = every universe of the company. */
  universe: z.nullable(universeSchema),
})

export const rightSchema = z.extend(heldRightSchema, {
  /** What it holds: for a main right those of its universe; for « Administrateur tout Univers » nothing is listed, it holds everything. */
  templates: z.array(templateSchema),
  allSites: z.boolean(),
  sites: z.array(namedSiteSchema),
  holders: count,
  /** False when the caller's own right is limited to sites: people of the others hold it too, perhaps, and are not counted. */
  holdersComplete: z.boolean(),
  version,
  abilities: z.object({ edit: z.boolean(), delete: z.boolean(), assign: z.boolean() }),
})
export type AccessRight = z.infer<typeof rightSchema>

/** What the caller may give: universe → template → sites. */
export const delegableSchema = z.partialRecord(universeSchema, z.partialRecord(templateSchema, grantSchema))
export type Delegable = z.infer<typeof delegableSchema>

const readers = { anyOf: ['company.read'], universes } as const
const delegators = { anyOf: ['rights.delegate', 'carrier.administer'], universes } as const

export const listRights = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/rights',
  summary: "A company's rights: the main ones, then its own; with what the caller may put into a new one.",
  topic: 'rights',
  right: readers,
  params: companyParams,
  response: z.object({
    company: z.object({ reference: companyReference, name: label, universes: z.array(universeSchema) }),
    sites: z.array(namedSiteSchema),
    items: z.array(rightSchema),
    delegable: delegableSchema,
    abilities: z.object({ create: z.boolean() }),
  }),
})

export const readRight = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/rights/:right',
  summary: 'One right, with the people who hold it.',
  topic: 'rights',
  right: readers,
  params: z.strictObject({ company: companyReference, right: id }),
  response: z.extend(rightSchema, {
    people: z.array(z.object({ login, name: fullName, state: userStateSchema })),
    delegable: delegableSchema,
    companySites: z.array(namedSiteSchema),
  }),
})

const content = {
  name: shortText(80),
  allSites: z.boolean(),
  siteIds: z.array(id).check(z.maxLength(500, 'too_many')),
  templates: z.array(templateSchema).check(z.minLength(1, 'templates_required'), z.maxLength(40, 'too_many')),
}
const sitesTold = z.refine<{ allSites: boolean; siteIds: string[] }>((body) => body.allSites || body.siteIds.length > 0, {
  message: 'required',
  path: ['siteIds'],
})

/** What the form of a custom right holds, new or not. */
export const rightFormSchema = z.strictObject({ ...content, universe: universeSchema, version: z.optional(version) }).check(sitesTold)
export type RightForm = z.infer<typeof rightFormSchema>

export const createRight = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/rights',
  summary: 'Create a custom right, within what the caller holds.',
  touches: ['rights', 'users'],
  right: delegators,
  params: companyParams,
  body: z.strictObject({ ...content, universe: universeSchema }).check(sitesTold),
  response: rightSchema,
  status: 201,
  problems: ['delegation_exceeded'],
})
export type NewRight = z.infer<NonNullable<typeof createRight.body>>

export const updateRight = endpoint({
  method: 'PATCH',
  path: '/api/:universe/companies/:company/rights/:right',
  summary: "Change a custom right; its holders' access follows at once.",
  touches: ['rights', 'users'],
  right: delegators,
  params: z.strictObject({ company: companyReference, right: id }),
  body: z.strictObject({ ...content, version }).check(sitesTold),
  response: rightSchema,
  problems: ['delegation_exceeded', 'version_conflict'],
})

export const deleteRight = endpoint({
  method: 'DELETE',
  path: '/api/:universe/companies/:company/rights/:right',
  summary: 'Delete a custom right. One that people hold is deleted with `detach=true` only: they lose it.',
  touches: ['rights', 'users'],
  right: delegators,
  params: z.strictObject({ company: companyReference, right: id }),
  query: z.strictObject({ detach: z.optional(z.enum(['true', 'false'], { error: 'invalid' })) }),
  problems: ['delegation_exceeded', 'conflict'],
})

export const assignRights = endpoint({
  method: 'PUT',
  path: '/api/:universe/companies/:company/users/:login/rights',
  summary: 'Set the rights that a person holds, among those that the caller sees.',
  touches: ['rights', 'users'],
  right: delegators,
  params: z.strictObject({ company: companyReference, login }),
  body: z.strictObject({
    rightIds: z.array(id).check(z.maxLength(100, 'too_many')),
    /** Version of the user that the caller looked at. */
    version: z.optional(version),
  }),
  response: z.object({ version, rights: z.array(heldRightSchema) }),
  problems: ['delegation_exceeded', 'last_administrator', 'version_conflict'],
})

/** Why a person holds a template: the right that gives it, the template of that right through which it comes, and where. */
export const rightSourceSchema = z.object({
  rightId: id,
  rightName: label,
  /** The template that implies it; null = the right holds it itself. */
  through: z.nullable(templateSchema),
  allSites: z.boolean(),
  sites: z.array(namedSiteSchema),
})

export const explainRights = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/users/:login/effective-rights',
  summary: '« Pourquoi ? »: what a person may do in each universe, on which sites, and which right says so.',
  topic: 'rights',
  right: readers,
  params: z.strictObject({ company: companyReference, login }),
  response: z.object({
    login,
    name: label,
    state: userStateSchema,
    isAdministrator: z.boolean(),
    rights: z.array(heldRightSchema),
    /** False when the caller's own right is limited to sites: rights beyond them are not explained. */
    complete: z.boolean(),
    universes: z.array(
      z.object({
        universe: universeSchema,
        templates: z.array(
          z.object({
            template: templateSchema,
            granted: z.boolean(),
            allSites: z.boolean(),
            sites: z.array(namedSiteSchema),
            sources: z.array(rightSourceSchema),
            /** When not granted: rights of the company that would give it. */
            offeredBy: z.array(z.object({ id, name: label })),
          }),
        ),
      }),
    ),
  }),
})
export type RightsExplanation = z.infer<NonNullable<typeof explainRights.response>>
