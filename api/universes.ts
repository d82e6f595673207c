import * as z from 'zod/mini'

/** The hat a person wears. `client`, `ambassador` and `operator` are the customers', `carrier` is the staff of the telco that runs the portal. */
export const universes = ['client', 'ambassador', 'operator', 'carrier'] as const
export type Universe = (typeof universes)[number]
export const universeSchema = z.enum(universes)

/** How each universe is written in the web's URLs: French, unaccented. */
export const universeSlugs: Readonly<Record<Universe, string>> = {
  client: 'client',
  ambassador: 'ambassadeur',
  operator: 'operateur',
  carrier: 'exploitant',
}
