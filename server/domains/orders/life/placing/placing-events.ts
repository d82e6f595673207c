import * as z from 'zod/mini'
import { pagePath } from '#api/pages'
import { defineEvent, type EventKind, type EventTarget } from '../../../notifications/delivery/event-kind.ts'
import { asksForAnswer } from '../../news/order-events.ts'

const orderPage = ({ universe, reference }: EventTarget): string => pagePath('order', { universe, order: reference })

const about = z.object({ offer: z.string(), company: z.string(), site: z.nullable(z.string()), by: z.string() })
type About = z.infer<typeof about>
const where = ({ company, site }: About): string => `${company}${site ? `, ${site}` : ''}`

/** « E-Boutique »: an order entered by a partner or the carrier waits for who pays. */
export const orderAwaitsValidation = defineEvent({
  code: 'order.awaits_validation',
  category: 'shop',
  objectKind: 'order',
  schema: about,
  path: orderPage,
  texts: {
    fr: {
      title: (reference) => `Commande ${reference} à valider`,
      text: (p) => `${p.by} a saisi « ${p.offer} » pour ${where(p)}. La commande attend une validation.`,
    },
    en: {
      title: (reference) => `Order ${reference} to validate`,
      text: (p) => `${p.by} entered “${p.offer}” for ${where(p)}. The order waits for a validation.`,
    },
  },
})

/** « E-Boutique »: told to who entered the order. */
export const orderValidated = defineEvent({
  code: 'order.validated',
  category: 'shop',
  objectKind: 'order',
  schema: about,
  settles: asksForAnswer,
  path: orderPage,
  texts: {
    fr: {
      title: (reference) => `Commande ${reference} validée`,
      text: (p) => `${p.by} a validé « ${p.offer} » (${where(p)}).`,
    },
    en: {
      title: (reference) => `Order ${reference} validated`,
      text: (p) => `${p.by} validated “${p.offer}” (${where(p)}).`,
    },
  },
})

/** « E-Boutique »: told to who entered the order. */
export const orderRefused = defineEvent({
  code: 'order.refused',
  category: 'shop',
  objectKind: 'order',
  schema: z.extend(about, { reason: z.string() }),
  settles: asksForAnswer,
  path: orderPage,
  texts: {
    fr: {
      title: (reference) => `Commande ${reference} refusée`,
      text: (p) => `${p.by} a refusé « ${p.offer} » (${where(p)})${p.reason ? ` : ${p.reason}` : '.'}`,
    },
    en: {
      title: (reference) => `Order ${reference} refused`,
      text: (p) => `${p.by} refused “${p.offer}” (${where(p)})${p.reason ? `: ${p.reason}` : '.'}`,
    },
  },
})

export const placingEvents = [orderAwaitsValidation, orderValidated, orderRefused] as readonly EventKind[]
