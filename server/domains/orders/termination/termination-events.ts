import * as z from 'zod/mini'
import { pagePath } from '#api/pages'
import { dayInWords } from '../../../platform/mail/days-in-words.ts'
import { defineEvent, type EventKind, type EventTarget } from '../../notifications/delivery/event-kind.ts'

const contractPage = ({ universe, reference }: EventTarget): string => pagePath('subscription', { universe, subscription: reference })

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
      text: (p) => `${p.by} a demandé la résiliation de « ${p.offer} » (${p.company}), effective le ${dayInWords(p.effectiveOn, 'fr')}.`,
    },
    en: {
      title: (reference) => `Termination of ${reference} requested`,
      text: (p) => `${p.by} requested the termination of “${p.offer}” (${p.company}), effective on ${dayInWords(p.effectiveOn, 'en')}.`,
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

/** « E-Boutique »: an ambassador asked for its client, who validates it on the page of the order. */
export const terminationAwaitsValidation = defineEvent({
  code: 'termination.awaits_validation',
  category: 'shop',
  objectKind: 'order',
  schema: z.object({ offer: z.string(), company: z.string(), site: z.nullable(z.string()), by: z.string() }),
  path: ({ universe, reference }) => pagePath('order', { universe, order: reference }),
  texts: {
    fr: {
      title: (reference) => `Résiliation ${reference} à valider`,
      text: ({ by, offer, company, site }) =>
        `${by} a demandé la résiliation de « ${offer} » pour ${company}${site ? `, ${site}` : ''}. Rien ne change sans validation.`,
    },
    en: {
      title: (reference) => `Termination ${reference} to validate`,
      text: ({ by, offer, company, site }) =>
        `${by} asked for the termination of “${offer}” for ${company}${site ? `, ${site}` : ''}. Nothing changes before a validation.`,
    },
  },
})

export const terminationEvents = [terminationRequested, terminationWithdrawn, terminationAwaitsValidation] as readonly EventKind[]
