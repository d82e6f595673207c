import * as z from 'zod/mini'
import { defineMail } from '../../../platform/mail/define-mail.ts'

const link = z.nullable(z.string())

/** One thing that happened, to one address. The sentences were written when it was sent out: they stay what they were. */
export const notificationMail = defineMail(
  'notification',
  z.object({
    title: z.string(),
    /** Empty in the mail of who may not see the object. */
    text: z.string(),
    category: z.string(),
    company: z.string(),
    url: z.string(),
    /** Where a person with access chooses what to receive. */
    preferencesUrl: link,
    unsubscribeUrl: z.string(),
    /** The address of a company: several people read it. */
    isShared: z.boolean(),
  }),
  {
    fr: (p) => ({
      subject: `${p.company} : ${p.title}`,
      title: p.title,
      paragraphs: p.text === '' ? [`${p.title}. Le détail est dans votre espace client.`] : [p.text],
      facts: [
        ['Société', p.company],
        ['Catégorie', p.category],
      ],
      button: { label: 'Voir le détail', url: p.url },
      links: [
        ...(p.preferencesUrl ? [{ label: 'Choisir mes notifications', url: p.preferencesUrl }] : []),
        { label: `Ne plus recevoir « ${p.category} »`, url: p.unsubscribeUrl },
      ],
      footer: [
        p.isShared
          ? `Cette adresse reçoit les notifications « ${p.category} » de ${p.company}.`
          : `Vous êtes abonné aux notifications « ${p.category} » de ${p.company}.`,
      ],
    }),
    en: (p) => ({
      subject: `${p.company}: ${p.title}`,
      title: p.title,
      paragraphs: p.text === '' ? [`${p.title}. The details are in your customer portal.`] : [p.text],
      facts: [
        ['Company', p.company],
        ['Category', p.category],
      ],
      button: { label: 'See the details', url: p.url },
      links: [
        ...(p.preferencesUrl ? [{ label: 'Choose my notifications', url: p.preferencesUrl }] : []),
        { label: `Stop receiving “${p.category}”`, url: p.unsubscribeUrl },
      ],
      footer: [
        p.isShared
          ? `This address receives the “${p.category}” notifications of ${p.company}.`
          : `You are subscribed to the “${p.category}” notifications of ${p.company}.`,
      ],
    }),
  },
)

/** Lines of a digest; beyond, the portal has them all. */
export const digestLines = 50

export const digestMail = defineMail(
  'notification-digest',
  z.object({
    company: z.string(),
    daily: z.boolean(),
    total: z.number(),
    lines: z.array(z.object({ at: z.string(), title: z.string(), text: z.string() })),
    url: z.string(),
    preferencesUrl: link,
    /** Absent from the summaries that waited when they had no such link. */
    categories: z.optional(z.string()),
    unsubscribeUrl: z.optional(z.string()),
  }),
  {
    fr: (p) => ({
      subject: `${p.company} : ${p.total > 1 ? `${p.total} notifications` : '1 notification'}`,
      title: p.daily ? 'Votre récapitulatif du jour' : 'Votre récapitulatif de l’heure',
      paragraphs: [
        ...p.lines.map(({ at, title, text }) => (text === '' ? `${at} : ${title}` : `${at} : ${title}\n${text}`)),
        ...(p.total > p.lines.length ? [`Et ${p.total - p.lines.length} de plus dans votre espace client.`] : []),
      ],
      button: { label: 'Voir mes notifications', url: p.url },
      links: [
        ...(p.preferencesUrl ? [{ label: 'Choisir mes notifications', url: p.preferencesUrl }] : []),
        ...(p.unsubscribeUrl ? [{ label: `Ne plus recevoir « ${p.categories ?? ''} »`, url: p.unsubscribeUrl }] : []),
      ],
      footer: ['Vous recevez ces notifications groupées, comme vous l’avez choisi.'],
    }),
    en: (p) => ({
      subject: `${p.company}: ${p.total > 1 ? `${p.total} notifications` : '1 notification'}`,
      title: p.daily ? 'Your summary of the day' : 'Your summary of the hour',
      paragraphs: [
        ...p.lines.map(({ at, title, text }) => (text === '' ? `${at}: ${title}` : `${at}: ${title}\n${text}`)),
        ...(p.total > p.lines.length ? [`And ${p.total - p.lines.length} more in your customer portal.`] : []),
      ],
      button: { label: 'See my notifications', url: p.url },
      links: [
        ...(p.preferencesUrl ? [{ label: 'Choose my notifications', url: p.preferencesUrl }] : []),
        ...(p.unsubscribeUrl ? [{ label: `Stop receiving “${p.categories ?? ''}”`, url: p.unsubscribeUrl }] : []),
      ],
      footer: ['You receive these notifications together, as you chose.'],
    }),
  },
)

/** To the administrators, when somebody unsubscribed an address that several people read. */
export const addressUnsubscribedMail = defineMail(
  'address-unsubscribed',
  z.object({ address: z.string(), category: z.string(), company: z.string(), at: z.string(), undoUrl: z.string() }),
  {
    fr: (p) => ({
      subject: `${p.company} : une adresse commune ne reçoit plus « ${p.category} »`,
      title: 'Une adresse commune a été désabonnée',
      paragraphs: [
        `Quelqu’un a suivi le lien de désabonnement d’un courriel reçu à ${p.address}. Cette adresse, lue par plusieurs personnes, ne reçoit plus les notifications « ${p.category} ».`,
        'Si ce n’était pas voulu, rétablissez-la.',
      ],
      facts: [
        ['Société', p.company],
        ['Adresse', p.address],
        ['Catégorie', p.category],
        ['Le', p.at],
      ],
      button: { label: 'Rétablir l’abonnement', url: p.undoUrl },
      footer: ['Vous recevez ce message parce que vous êtes administrateur de la société.'],
    }),
    en: (p) => ({
      subject: `${p.company}: a shared address no longer receives “${p.category}”`,
      title: 'A shared address was unsubscribed',
      paragraphs: [
        `Somebody followed the unsubscribe link of a mail received at ${p.address}. This address, which several people read, no longer receives the “${p.category}” notifications.`,
        'If nobody meant it, bring it back.',
      ],
      facts: [
        ['Company', p.company],
        ['Address', p.address],
        ['Category', p.category],
        ['On', p.at],
      ],
      button: { label: 'Bring it back', url: p.undoUrl },
      footer: ['You receive this message because you are an administrator of the company.'],
    }),
  },
)
