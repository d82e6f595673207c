import * as z from 'zod/mini'
import { bilingual, familyCode } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { universes } from '../../universes.ts'

/** The families that the carrier sorts its offers into: its own, told apart by a code that never changes. */

/** What a family is pictured by: names of the portal's own, in the order in which one chooses. */
export const familyIcons = [
  'world',
  'wifi',
  'router',
  'cloud',
  'server',
  'database',
  'users',
  'call',
  'phone',
  'headset',
  'mobile',
  'video',
  'mail',
  'desktop',
  'shield',
  'tool',
  'package',
] as const
export type FamilyIcon = (typeof familyIcons)[number]

export const offerFamilySchema = z.object({ code: familyCode, name: bilingual, icon: z.enum(familyIcons) })
export type OfferFamily = z.infer<typeof offerFamilySchema>

/** A family that an answer is filtered by; there is nothing in one that does not exist. */
export const familyFilter = familyCode

export const listOfferFamilies = endpoint({
  method: 'GET',
  path: '/api/:universe/catalog/families',
  summary: 'The families that offers or contracts of the reader stand in, in the order of the shop.',
  topic: 'catalog',
  right: {
    anyOf: ['orders.manage', 'carrier.pilot', 'carrier.catalog', 'carrier.support', 'carrier.billing', 'carrier.administer'],
    universes,
  },
  response: z.object({ items: z.array(offerFamilySchema) }),
})
