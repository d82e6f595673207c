import * as z from 'zod/mini'
import { pagePath } from '#api/pages'
import { defineEvent, type EventKind, type EventTarget } from '../../notifications/delivery/event-kind.ts'

/** The order's page, in the reader's universe. */
const orderPage = ({ universe, reference }: EventTarget): string => pagePath('order', { universe, order: reference })

const about = z.object({ offer: z.string(), company: z.string(), site: z.nullable(z.string()), contract: z.string() })
type About = z.infer<typeof about>
const where = ({ company, site }: Pick<About, 'company' | 'site'>): string => `${company}${site ? `, ${site}` : ''}`

/** What an answer puts an end to, and the end of the order with it. */
export const asksForAnswer = ['order.awaits_validation', 'termination.awaits_validation'] as const

/** « Livraisons »: what was asked was changed by the carrier before its delivery. */
export const orderAmended = defineEvent({
  code: 'order.amended',
  category: 'deliveries',
  objectKind: 'order',
  schema: z.extend(about, { reason: z.string() }),
  path: orderPage,
  texts: {
    fr: {
      title: (reference) => `Commande ${reference} modifiée`,
      text: (p) => `« ${p.offer} » (${where(p)}) a été modifiée avant livraison : ${p.reason}`,
    },
    en: {
      title: (reference) => `Order ${reference} changed`,
      text: (p) => `“${p.offer}” (${where(p)}) was changed before its delivery: ${p.reason}`,
    },
  },
})

/** « Livraisons »: the carrier gave an order up. */
export const orderStopped = defineEvent({
  code: 'order.stopped',
  category: 'deliveries',
  objectKind: 'order',
  schema: z.extend(about, { outcome: z.enum(['cancelled', 'impossible']), reason: z.string() }),
  settles: asksForAnswer,
  path: orderPage,
  texts: {
    fr: {
      title: (reference) => `Commande ${reference} arrêtée`,
      text: (p) => `« ${p.offer} » (${where(p)}) ${p.outcome === 'cancelled' ? 'est annulée' : 'est impossible'} : ${p.reason}`,
    },
    en: {
      title: (reference) => `Order ${reference} stopped`,
      text: (p) => `“${p.offer}” (${where(p)}) ${p.outcome === 'cancelled' ? 'was cancelled' : 'is impossible'}: ${p.reason}`,
    },
  },
})

/** « Livraisons »: a step waits for the customer or its partner. */
export const orderWaits = defineEvent({
  code: 'order.waits',
  category: 'deliveries',
  objectKind: 'order',
  schema: z.extend(about, { cause: z.string() }),
  path: orderPage,
  texts: {
    fr: {
      title: (reference) => `Commande ${reference} : une action est attendue`,
      text: (p) => `La livraison de « ${p.offer} » (${where(p)}) attend : ${p.cause}`,
    },
    en: {
      title: (reference) => `Order ${reference}: something is expected`,
      text: (p) => `The delivery of “${p.offer}” (${where(p)}) waits: ${p.cause}`,
    },
  },
})

/** « Mes services Paramétrage »: the delivery note is there. */
export const deliveryNoteSent = defineEvent({
  code: 'order.delivery_note_sent',
  category: 'settings',
  objectKind: 'order',
  schema: about,
  mailedWith: ['order.delivered', 'order.modification_delivered'],
  path: orderPage,
  texts: {
    fr: {
      title: (reference) => `Bon de livraison de la commande ${reference}`,
      text: (p) => `Le bon de livraison de « ${p.offer} » (${where(p)}) est disponible.`,
    },
    en: {
      title: (reference) => `Delivery note of order ${reference}`,
      text: (p) => `The delivery note of “${p.offer}” (${where(p)}) is available.`,
    },
  },
})

/** « Mes services Paramétrage »: a running contract was changed. */
export const modificationDelivered = defineEvent({
  code: 'order.modification_delivered',
  category: 'settings',
  objectKind: 'order',
  schema: about,
  path: orderPage,
  texts: {
    fr: {
      title: (reference) => `Modification ${reference} livrée`,
      text: (p) => `La modification de « ${p.offer} » (${where(p)}, contrat ${p.contract}) est effective.`,
    },
    en: {
      title: (reference) => `Modification ${reference} delivered`,
      text: (p) => `The modification of “${p.offer}” (${where(p)}, contract ${p.contract}) is effective.`,
    },
  },
})

/** « Mes services Paramétrage »: a contract ended on its day. */
export const terminationDelivered = defineEvent({
  code: 'order.termination_delivered',
  category: 'settings',
  objectKind: 'order',
  schema: about,
  path: orderPage,
  texts: {
    fr: {
      title: (reference) => `Résiliation ${reference} effective`,
      text: (p) => `« ${p.offer} » (${where(p)}, contrat ${p.contract}) est résiliée ; ses services sont fermés.`,
    },
    en: {
      title: (reference) => `Termination ${reference} effective`,
      text: (p) => `“${p.offer}” (${where(p)}, contract ${p.contract}) is terminated; its services are closed.`,
    },
  },
})

export const deliveryEvents = [
  orderAmended,
  orderStopped,
  orderWaits,
  deliveryNoteSent,
  modificationDelivered,
  terminationDelivered,
] as readonly EventKind[]
