import * as z from 'zod/mini'
import { universeSlugs } from '#contract/universes'
import { defineEvent, type EventKind, type EventTarget } from '../../notifications/delivery/event-kind.ts'

const contractPage = ({ universe, reference }: EventTarget): string =>
  `/${universeSlugs[universe]}/catalogue/offres-contractees/${reference ?? ''}`

const written = (day: string, language: 'fr' | 'en'): string => Temporal.PlainDate.from(day).toLocaleString(language, { dateStyle: 'long' })

/** « Mes services Paramétrage »: a contract will end. */
export const terminationRequested = defineEvent({
  code: 'subscription.termination_requested',
  category: 'settings',
  objectKind: 'subscription',
  schema: z.object({ offer: z.string(), company: z.string(), effectiveOn: z.string(), by: z.string() }),
  path: contractPage,
  texts: {
    fr: {
      title: (reference) => `Résiliation de ${reference} demandée`,
      text: (p) => `${p.by} a demandé la résiliation de « ${p.offer} » (${p.company}), effective le ${written(p.effectiveOn, 'fr')}.`,
    },
    en: {
      title: (reference) => `Termination of ${reference} requested`,
      text: (p) => `${p.by} requested the termination of “${p.offer}” (${p.company}), effective on ${written(p.effectiveOn, 'en')}.`,
    },
  },
})

/** « Mes services Paramétrage »: it goes on after all. */
export const terminationWithdrawn = defineEvent({
  code: 'subscription.termination_withdrawn',
  category: 'settings',
  objectKind: 'subscription',
  schema: z.object({ offer: z.string(), company: z.string(), by: z.string() }),
  path: contractPage,
  texts: {
    fr: {
      title: (reference) => `Résiliation de ${reference} annulée`,
      text: (p) => `${p.by} a annulé la résiliation de « ${p.offer} » (${p.company}) : le contrat continue.`,
    },
    en: {
      title: (reference) => `Termination of ${reference} withdrawn`,
      text: (p) => `${p.by} withdrew the termination of “${p.offer}” (${p.company}): the contract goes on.`,
    },
  },
})

export const terminationEvents = [terminationRequested, terminationWithdrawn] as readonly EventKind[]
