import * as z from 'zod/mini'
import { pagePath } from '#api/pages'
import { companySheet } from './company-events.ts'
import { defineEvent, type EventKind, type EventTarget } from './delivery/event-kind.ts'

/** The order as the reader reaches it. */
const orderPage = ({ universe, reference }: EventTarget): string => pagePath('order', { universe, order: reference })

/** « Livraisons »: an order of creation or addition was delivered. */
export const orderDelivered = defineEvent({
  code: 'order.delivered',
  category: 'deliveries',
  objectKind: 'order',
  schema: z.object({ offer: z.string(), company: z.string(), site: z.nullable(z.string()) }),
  path: orderPage,
  texts: {
    fr: {
      title: (reference) => `Commande ${reference} livrée`,
      text: ({ offer, company, site }) => `« ${offer} » est livrée à ${company}${site ? `, ${site}` : ''}.`,
    },
    en: {
      title: (reference) => `Order ${reference} delivered`,
      text: ({ offer, company, site }) => `“${offer}” was delivered to ${company}${site ? `, ${site}` : ''}.`,
    },
  },
})

/** « Mes services Paramétrage »: a setting of a service was changed. */
export const serviceSettingChanged = defineEvent({
  code: 'service.setting_changed',
  category: 'settings',
  objectKind: 'service',
  schema: z.object({ setting: z.string(), service: z.string(), by: z.string(), site: z.nullable(z.string()) }),
  path: companySheet,
  texts: {
    fr: {
      title: (reference) => `Service ${reference} : paramétrage modifié`,
      text: ({ setting, service, by, site }) => `${by} a modifié « ${setting} » de ${service}${site ? `, ${site}` : ''}.`,
    },
    en: {
      title: (reference) => `Service ${reference}: settings changed`,
      text: ({ setting, service, by, site }) => `${by} changed “${setting}” of ${service}${site ? `, ${site}` : ''}.`,
    },
  },
})

export const firstEvents: readonly EventKind[] = [orderDelivered, serviceSettingChanged] as readonly EventKind[]
