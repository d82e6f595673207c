import * as z from 'zod/mini'
import { city, companyReference, contractReference, day, familyCode, fullName, label, namedCompany, orderReference } from '../../atoms.ts'
import { listEndpoint } from '../../list.ts'
import { universes } from '../../universes.ts'
import { orderKinds, orderStates } from '../rules/operations.ts'
import { whenSchema } from '../when.ts'

export const subscriptionStates = ['creating', 'active', 'termination_requested', 'terminated', 'abandoned'] as const
export type SubscriptionState = (typeof subscriptionStates)[number]
export const subscriptionStateSchema = z.enum(subscriptionStates, { error: 'invalid' })

/** « État » of the list: the last order's state, `terminated` once the contract is. */
export const displayedStates = [...orderStates, 'terminated'] as const
export type DisplayedState = (typeof displayedStates)[number]
const displayedStateSchema = z.enum(displayedStates, { error: 'invalid' })

/** Who reads contracted offers: « Gestion des commandes », and the carrier's people but its network's. */
export const subscriptionReaders = {
  anyOf: ['orders.manage', 'carrier.pilot', 'carrier.catalog', 'carrier.support', 'carrier.billing', 'carrier.administer'],
  universes,
} as const

/** A line of « Liste des offres contractées »: no amount stands in it, so that every universe reads the same. */
export const subscriptionRowSchema = z.object({
  reference: contractReference,
  name: label,
  /** As the catalogue calls the offer in English, as long as it still has that name. */
  nameEn: label,
  family: familyCode,
  /** « Céline B. », or null: « Aucun ». */
  pilot: z.nullable(fullName),
  /** Null: « Aucune », a contract taken over from before. */
  lastOrder: z.nullable(z.object({ reference: orderReference, kind: z.enum(orderKinds), state: z.enum(orderStates) })),
  /** « Client final ». */
  client: namedCompany,
  /** « Compte client »: the payer's reference. */
  customerAccount: companyReference,
  city,
  /** Of its creation, whatever was added since; each operation has its own day. */
  deliveredOn: z.nullable(day),
  /** Of the running operation, else of the creation's delivery. */
  when: whenSchema,
  displayedState: displayedStateSchema,
  state: subscriptionStateSchema,
  /** « Type »: kind of the last order; a contract taken over from before was created. */
  type: z.enum(orderKinds),
})
export type SubscriptionRow = z.infer<typeof subscriptionRowSchema>

const prefix = z.string().check(z.maxLength(80, 'too_long'))
const reference = z.string().check(z.maxLength(32, 'too_long'))

/** `state=termination_requested` is counted, for home pages. Texts are compared from their beginning, without accents or case; references as numbers (`87` is `OC00087`). */
export const listSubscriptions = listEndpoint({
  path: '/api/:universe/subscriptions',
  summary: 'Contracted offers of the universe, latest first. `q` finds words of names and references.',
  topic: 'subscriptions',
  right: subscriptionReaders,
  screen: 'subscriptions',
  row: subscriptionRowSchema,
  filters: {
    reference,
    name: prefix,
    family: familyCode,
    /** `none`: « Aucun ». */
    pilot: prefix,
    /** `none`: « Aucune ». */
    lastOrder: reference,
    /** The beginning of the client's name, or its whole reference. */
    client: prefix,
    customerAccount: reference,
    city: prefix,
    delivery: z.enum(['delivered', 'not_delivered'], { error: 'invalid' }),
    deliveredFrom: day,
    deliveredTo: day,
    displayedState: displayedStateSchema,
    state: subscriptionStateSchema,
    /** Kind of the last order; a contract taken over from before was created. */
    type: z.enum(orderKinds, { error: 'invalid' }),
  },
  // One per column. References are numbers of any width and are sorted as numbers.
  sorts: ['reference', 'pilot', 'name', 'lastOrder', 'client', 'customerAccount', 'city', 'deliveredOn', 'displayedState', 'type'],
  defaultSort: '-reference',
})
