import * as z from 'zod/mini'
import { pagePath } from '#api/pages'
import { dayInWords } from '../../../platform/mail/days-in-words.ts'
import { defineMail } from '../../../platform/mail/define-mail.ts'
import { defineEvent, type EventKind, type EventTarget } from '../../notifications/delivery/event-kind.ts'

const exitPage = ({ universe, reference }: EventTarget): string => pagePath('termination', { universe, subscription: reference })

/** « Mes services Paramétrage »: a commitment ends soon and renews itself. */
export const renewalComes = defineEvent({
  code: 'subscription.renewal_comes',
  category: 'settings',
  objectKind: 'subscription',
  schema: z.object({ offer: z.string(), company: z.string(), endsOn: z.string() }),
  path: exitPage,
  texts: {
    fr: {
      title: (reference) => `Reconduction de ${reference} à venir`,
      text: (p) =>
        `L’engagement de « ${p.offer} » (${p.company}) finit le ${dayInWords(p.endsOn, 'fr')} ; le contrat sera reconduit tacitement, sans nouvel engagement. Vous pouvez y mettre fin.`,
    },
    en: {
      title: (reference) => `Renewal of ${reference} to come`,
      text: (p) =>
        `The commitment of “${p.offer}” (${p.company}) ends on ${dayInWords(p.endsOn, 'en')}; the contract is then tacitly renewed, without a new commitment. You may end it.`,
    },
  },
})

export const renewalEvents = [renewalComes] as readonly EventKind[]

const schema = z.object({ contract: z.string(), offer: z.string(), company: z.string(), endsOn: z.string(), url: z.string() })

/** What the law wants told between three months and one month before (code de la consommation, L224-40). */
export const renewalMail = defineMail('renewal', schema, {
  fr: (p) => ({
    subject: `${p.contract} : fin d’engagement le ${dayInWords(p.endsOn, 'fr')}`,
    title: 'L’engagement d’un contrat finit bientôt',
    paragraphs: [
      `Sans action de votre part, le contrat continue après le ${dayInWords(p.endsOn, 'fr')} par tacite reconduction, aux mêmes conditions et sans nouvel engagement.`,
      'Vous pouvez ne pas le reconduire. Une fois reconduit, vous pouvez y mettre fin à tout moment, avec un préavis de dix jours au plus et sans frais. La date et les coûts sont calculés avant que vous confirmiez.',
    ],
    facts: [
      ['Contrat', p.contract],
      ['Offre', p.offer],
      ['Société', p.company],
      ['Fin de l’engagement', dayInWords(p.endsOn, 'fr')],
    ],
    button: { label: 'Mettre fin au contrat', url: p.url },
  }),
  en: (p) => ({
    subject: `${p.contract}: commitment ends on ${dayInWords(p.endsOn, 'en')}`,
    title: 'The commitment of a contract ends soon',
    paragraphs: [
      `If you do nothing, the contract goes on after ${dayInWords(p.endsOn, 'en')} by tacit renewal, under the same terms and without a new commitment.`,
      'You may choose not to renew it. Once renewed, you may end it at any time, with a notice of ten days at most and without fees. The day and the costs are computed before you confirm.',
    ],
    facts: [
      ['Contract', p.contract],
      ['Offer', p.offer],
      ['Company', p.company],
      ['End of the commitment', dayInWords(p.endsOn, 'en')],
    ],
    button: { label: 'End the contract', url: p.url },
  }),
})
