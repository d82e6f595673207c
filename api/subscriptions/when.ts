import * as z from 'zod/mini'
import { about } from '../about.ts'
import { count, day } from '../atoms.ts'
import { stepActors } from '../catalog/rules/offer-definition.ts'
import type { Words } from '../languages.ts'
import { lateCauses, type When, whenAnswers } from './rules/when.ts'

/** The one answer to « when? » about a delivery. */
export const whenSchema = z.object({
  is: z.enum(whenAnswers),
  /** Day of the delivery: done, else announced. */
  on: z.nullable(day),
  /** The announced day is that of the last step; nobody promised it. */
  isEstimate: z.boolean(),
  /** What went by, and who must act; null unless late. */
  late: z.nullable(z.object({ what: z.enum(lateCauses), since: day, days: count, by: z.enum(stepActors) })),
})
about(whenSchema, 'When it is delivered: planned, estimated, to be planned, late (since when, on whom), delivered, or never.')

export const whenWords = {
  planned: { fr: 'prévue', en: 'planned' },
  estimated: { fr: 'estimée', en: 'estimated' },
  unplanned: { fr: 'À planifier', en: 'To be planned' },
  delivered: { fr: 'livrée', en: 'delivered' },
  none: { fr: 'Sans suite', en: 'Abandoned' },
  yours: { fr: 'à réaliser par vous', en: 'for you to do' },
  client: { fr: 'à réaliser par le client', en: 'for the client to do' },
  partner: { fr: 'à réaliser par le partenaire', en: 'for the partner to do' },
  infrastructure: { fr: 'attend l’opérateur d’infrastructure', en: 'waits for the infrastructure operator' },
} as const satisfies Readonly<Record<string, Words>>

/** « 4 j de retard ». */
export const daysLate = (days: number): Words => ({ fr: `${days} j de retard`, en: days === 1 ? '1 day late' : `${days} days late` })

/** The word that stands under a day: « prévue », « estimée »; nothing when no day is announced. */
export const announcedWord = ({ on, isEstimate }: Pick<When, 'on' | 'isEstimate'>): Words | null =>
  on === null ? null : isEstimate ? whenWords.estimated : whenWords.planned

const numeric = (day: string): string => day.split('-').reverse().join('/')
const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** In one line, for files: « Prévue le 14/12/2026 », « Estimée le 14/12/2026, 4 j de retard », « À planifier ». */
export const whenInWords = (when: When): Words => {
  if (when.is === 'none') return whenWords.none
  const word = when.is === 'delivered' ? whenWords.delivered : announcedWord(when)
  const day = (language: 'fr' | 'en'): string => {
    if (when.on === null || word === null)
      return when.is === 'delivered' ? begun(whenWords.delivered[language]) : whenWords.unplanned[language]
    return begun(
      language === 'fr' ? `${word.fr} ${when.isEstimate ? 'au' : 'le'} ${numeric(when.on)}` : `${word.en} on ${numeric(when.on)}`,
    )
  }
  const late = when.late && daysLate(when.late.days)
  return { fr: [day('fr'), late?.fr].filter(Boolean).join(', '), en: [day('en'), late?.en].filter(Boolean).join(', ') }
}
