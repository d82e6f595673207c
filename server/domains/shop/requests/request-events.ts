import * as z from 'zod/mini'
import { pagePath } from '#api/pages'
import { defineEvent, type EventKind, type EventTarget } from '../../notifications/delivery/event-kind.ts'

const requestsPage = ({ universe }: EventTarget): string => pagePath('requests', { universe })

/** « E-Boutique »: an operator's client would like to order. */
export const purchaseRequested = defineEvent({
  code: 'purchase_request.sent',
  category: 'shop',
  objectKind: 'purchase_request',
  schema: z.object({ company: z.string(), by: z.string(), offers: z.string() }),
  path: requestsPage,
  texts: {
    fr: {
      title: () => 'Demande d’achat d’un client',
      text: (p) => `${p.company} (${p.by}) vous demande : ${p.offers}.`,
    },
    en: {
      title: () => 'A client’s purchase request',
      text: (p) => `${p.company} (${p.by}) asks you for: ${p.offers}.`,
    },
  },
})

/** « E-Boutique »: the operator answered. */
export const purchaseAnswered = defineEvent({
  code: 'purchase_request.answered',
  category: 'shop',
  objectKind: 'purchase_request',
  schema: z.object({ outcome: z.enum(['taken', 'declined']), operator: z.string(), offers: z.string(), answer: z.string() }),
  path: requestsPage,
  texts: {
    fr: {
      title: () => 'Réponse à votre demande d’achat',
      text: (p) =>
        p.outcome === 'taken'
          ? `${p.operator} s’occupe de votre demande : ${p.offers}.`
          : `${p.operator} ne donne pas suite à votre demande (${p.offers}) : ${p.answer}`,
    },
    en: {
      title: () => 'Answer to your purchase request',
      text: (p) =>
        p.outcome === 'taken'
          ? `${p.operator} takes care of your request: ${p.offers}.`
          : `${p.operator} declines your request (${p.offers}): ${p.answer}`,
    },
  },
})

export const requestEvents = [purchaseRequested, purchaseAnswered] as readonly EventKind[]
