import * as z from 'zod/mini'
import { say } from '#api/languages'
import { defineMail } from '../../../platform/mail/define-mail.ts'

/** What is worth a mail to whoever ordered and to the contact on site, whatever they subscribed to. */
export const orderNews = ['delivered', 'cancelled', 'impossible', 'amended', 'waits'] as const
export type OrderNews = (typeof orderNews)[number]

const schema = z.object({
  news: z.enum(orderNews),
  reference: z.string(),
  contract: z.string(),
  offer: z.string(),
  company: z.string(),
  site: z.nullable(z.string()),
  /** Reason, cause or what changed; empty when there is nothing to add. */
  detail: z.string(),
  day: z.nullable(z.string()),
  /** Null: the reader has no access to the portal. */
  url: z.nullable(z.string()),
})
type Parameters = z.infer<typeof schema>

const titles: Readonly<Record<'fr' | 'en', Readonly<Record<OrderNews, string>>>> = {
  fr: {
    delivered: 'Votre commande est livrée',
    cancelled: 'Votre commande est annulée',
    impossible: 'Votre commande ne peut pas être livrée',
    amended: 'Votre commande a été modifiée',
    waits: 'Votre commande attend une action de votre part',
  },
  en: {
    delivered: 'Your order is delivered',
    cancelled: 'Your order is cancelled',
    impossible: 'Your order cannot be delivered',
    amended: 'Your order was changed',
    waits: 'Your order waits for you',
  },
}

const sentences: Readonly<Record<'fr' | 'en', Readonly<Record<OrderNews, string>>>> = {
  fr: {
    delivered: 'Le contrat est actif. Le bon de livraison est joint à la commande, dans votre espace.',
    cancelled: 'Elle a été annulée par nos équipes ; rien ne vous sera facturé à ce titre.',
    impossible: 'Après étude, nos équipes ne peuvent pas la livrer ; rien ne vous sera facturé à ce titre.',
    amended: 'Nos équipes ont modifié ce qui était demandé. Le détail est dans la commande ; répondez-y si cela ne vous convient pas.',
    waits: 'La livraison ne peut pas continuer sans vous.',
  },
  en: {
    delivered: 'The contract is active. The delivery note is with the order, in your space.',
    cancelled: 'Our teams cancelled it; nothing will be charged for it.',
    impossible: 'After study, our teams cannot deliver it; nothing will be charged for it.',
    amended: 'Our teams changed what was asked. The details are in the order; answer there if it does not suit you.',
    waits: 'The delivery cannot go on without you.',
  },
}

const words = {
  fr: {
    order: 'Commande',
    contract: 'Contrat',
    offer: 'Offre',
    company: 'Société',
    site: 'Site',
    day: 'Date',
    detail: 'Motif',
    see: 'Voir la commande',
  },
  en: {
    order: 'Order',
    contract: 'Contract',
    offer: 'Offer',
    company: 'Company',
    site: 'Site',
    day: 'Date',
    detail: 'Reason',
    see: 'See the order',
  },
} as const

const write = (language: 'fr' | 'en') => (p: Parameters) => {
  const w = words[language]
  return {
    subject: `${p.reference}${say({ fr: ' : ', en: ': ' }, language)}${titles[language][p.news].toLowerCase()}`,
    title: titles[language][p.news],
    paragraphs: [sentences[language][p.news]],
    facts: [
      [w.order, p.reference] as const,
      [w.contract, p.contract] as const,
      [w.offer, p.offer] as const,
      [w.company, p.company] as const,
      ...(p.site ? [[w.site, p.site] as const] : []),
      ...(p.day ? [[w.day, p.day] as const] : []),
      ...(p.detail ? [[w.detail, p.detail] as const] : []),
    ],
    ...(p.url ? { button: { label: w.see, url: p.url } } : {}),
  }
}

export const orderNewsMail = defineMail('order-news', schema, { fr: write('fr'), en: write('en') })
