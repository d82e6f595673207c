import * as z from 'zod/mini'
import type { OfferDefinition } from '../../catalog/rules/offer-definition.ts'
import { namedSiteSchema } from '../../companies/sites/named-site.ts'
import { endpoint } from '../../endpoint.ts'
import { bothLanguagesSchema } from './basket-lines.ts'
import { orderers } from './baskets.ts'

/** What « Modifier l'offre » starts from: the form of the version that holds from now on, filled in with what runs. */
export const modifiableSchema = z.object({
  contract: z.object({
    reference: z.string(),
    name: z.string(),
    site: namedSiteSchema,
    quantity: z.number(),
    /** Null for who sees no amount. */
    monthlyCents: z.nullable(z.number()),
    /** Another operation is running on it: nothing is changed meanwhile. */
    runningOrder: z.nullable(z.string()),
    isRunning: z.boolean(),
  }),
  offer: z.object({ code: z.string(), name: bothLanguagesSchema, family: z.string() }),
  /** Numbers of the versions: as contracted, and the one on sale when there is one. */
  versionBefore: z.number(),
  versionAfter: z.number(),
  definition: z.custom<OfferDefinition>(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  files: z.array(z.object({ id: z.string(), name: z.string(), size: z.number() })),
  /** Months of the commitment whose discount the contract has; 0: none. */
  heldMonths: z.number(),
  committedUntil: z.nullable(z.string()),
  /** A customer may not go below what it is committed to. */
  mayReduce: z.boolean(),
})
export type Modifiable = z.infer<typeof modifiableSchema>

export const readModifiable = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/contracts/:subscription/modification',
  summary: '« Modifier »: the form of a running contract with its values. It is ordered as a line of the basket that names the contract.',
  topic: 'subscriptions',
  right: orderers,
  params: z.strictObject({ company: z.string().check(z.maxLength(32)), subscription: z.string().check(z.maxLength(32)) }),
  response: modifiableSchema,
})
