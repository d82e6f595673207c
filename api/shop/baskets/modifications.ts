import * as z from 'zod/mini'
import {
  bilingual,
  byteSize,
  cents,
  companyReference,
  contractReference,
  count,
  day,
  familyCode,
  formAnswers,
  id,
  label,
  months,
  offerCode,
  orderReference,
} from '../../atoms.ts'
import type { OfferDefinition } from '../../catalog/rules/offer-definition.ts'
import { namedSiteSchema } from '../../companies/sites/named-site.ts'
import { endpoint } from '../../endpoint.ts'
import { orderers } from './baskets.ts'

/** What « Modifier l'offre » starts from: the form of the version that holds from now on, filled in with what runs. */
export const modifiableSchema = z.object({
  contract: z.object({
    reference: contractReference,
    name: label,
    site: namedSiteSchema,
    quantity: count,
    /** Null for who sees no amount. */
    monthlyCents: z.nullable(cents),
    /** Another operation is running on it: nothing is changed meanwhile. */
    runningOrder: z.nullable(orderReference),
    isRunning: z.boolean(),
  }),
  offer: z.object({ code: offerCode, name: bilingual, family: familyCode }),
  /** Numbers of the versions: as contracted, and the one on sale when there is one. */
  versionBefore: z.int(),
  versionAfter: z.int(),
  definition: z.custom<OfferDefinition>(),
  values: formAnswers,
  files: z.array(z.object({ id, name: label, size: byteSize })),
  /** Months of the commitment whose discount the contract has; 0: none. */
  heldMonths: months,
  committedUntil: z.nullable(day),
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
  params: z.strictObject({ company: companyReference, subscription: contractReference }),
  response: modifiableSchema,
})
