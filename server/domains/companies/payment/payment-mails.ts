import * as z from 'zod/mini'
import { defineMail } from '../../../platform/mail/define-mail.ts'

export const paymentEvents = ['created', 'updated', 'account_changed', 'mandate_signed', 'mandate_revoked'] as const
export type PaymentEvent = (typeof paymentEvents)[number]

const schema = z.object({
  event: z.enum(paymentEvents),
  company: z.string(),
  /** « Siège Social », or null for the whole company. */
  site: z.nullable(z.string()),
  ibanMasked: z.string(),
  mandate: z.string(),
  actor: z.string(),
  at: z.string(),
  url: z.string(),
})

const titles: Readonly<Record<'fr' | 'en', Readonly<Record<PaymentEvent, string>>>> = {
  fr: {
    created: 'Des coordonnées de paiement ont été ajoutées',
    updated: 'Des coordonnées de paiement ont été modifiées',
    account_changed: 'Un compte bancaire a été remplacé',
    mandate_signed: 'Un mandat de prélèvement a été enregistré comme signé',
    mandate_revoked: 'Un mandat de prélèvement a été révoqué',
  },
  en: {
    created: 'Payment details were added',
    updated: 'Payment details were changed',
    account_changed: 'A bank account was replaced',
    mandate_signed: 'A direct debit mandate was recorded as signed',
    mandate_revoked: 'A direct debit mandate was revoked',
  },
}

/** Warns the administrators of a company about what touches its money. The account is masked. */
export const paymentChangedMail = defineMail('payment-changed', schema, {
  fr: (p) => ({
    subject: `${p.company} : coordonnées de paiement`,
    title: titles.fr[p.event],
    paragraphs: [
      'Vous recevez ce message parce que vous êtes administrateur de la société. Si ce changement vous surprend, vérifiez-le sans attendre.',
    ],
    facts: [
      ['Société', p.company],
      ...(p.site ? [['Site', p.site] as const] : []),
      ['Compte', p.ibanMasked],
      ['Mandat (RUM)', p.mandate],
      ['Par', p.actor],
      ['Le', p.at],
    ],
    button: { label: 'Voir les coordonnées de paiement', url: p.url },
  }),
  en: (p) => ({
    subject: `${p.company}: payment details`,
    title: titles.en[p.event],
    paragraphs: [
      'You receive this message because you are an administrator of the company. If this change surprises you, check it right away.',
    ],
    facts: [
      ['Company', p.company],
      ...(p.site ? [['Site', p.site] as const] : []),
      ['Account', p.ibanMasked],
      ['Mandate', p.mandate],
      ['By', p.actor],
      ['On', p.at],
    ],
    button: { label: 'See the payment details', url: p.url },
  }),
})
