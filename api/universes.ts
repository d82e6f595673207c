import * as z from 'zod/mini'
import type { WordsOf } from './languages.ts'

/** The hat a person wears. `client`, `ambassador` and `operator` are the customers', `carrier` is the staff of the telco that runs the portal. */
export const universes = ['client', 'ambassador', 'operator', 'carrier'] as const
export type Universe = (typeof universes)[number]
export const universeSchema = z.enum(universes)

/** The hat itself: « Client », « Exploitant ». */
export const universeWords: WordsOf<Universe> = {
  client: { fr: 'Client', en: 'Client' },
  ambassador: { fr: 'Ambassadeur', en: 'Ambassador' },
  operator: { fr: 'Opérateur', en: 'Operator' },
  carrier: { fr: 'Exploitant', en: 'Carrier' },
}

/** How each universe is written in the web's URLs: French, unaccented. */
export const universeSlugs: Readonly<Record<Universe, string>> = {
  client: 'client',
  ambassador: 'ambassadeur',
  operator: 'operateur',
  carrier: 'exploitant',
}
