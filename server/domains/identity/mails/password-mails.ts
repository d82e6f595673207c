import * as z from 'zod/mini'
import { defineMail } from '../../../platform/mail/define-mail.ts'

const link = z.object({ login: z.string(), companyName: z.string(), url: z.string() })

/** First connection: the login and the button « Initialisation du mot de passe ». */
export const initialisationMail = defineMail(
  'password-initialisation',
  link,
  {
    fr: ({ login, companyName, url }) => ({
      subject: `Votre accès MyOpenIP : ${login}`,
      title: `${login}, votre accès est prêt`,
      paragraphs: [
        `Un accès à MyOpenIP vous a été ouvert pour la société ${companyName}.`,
        'Il vous reste à choisir votre mot de passe : ouvrez le lien ci-dessous.',
      ],
      facts: [
        ['Login', login],
        ['Société', companyName],
      ],
      button: { label: 'Initialisation du mot de passe', url },
      footer: ['Ce lien sert une seule fois et fonctionne pendant 7 jours. Passé ce délai, demandez-en un autre à votre administrateur.'],
    }),
    en: ({ login, companyName, url }) => ({
      subject: `Your MyOpenIP access: ${login}`,
      title: `${login}, your access is ready`,
      paragraphs: [`An access to MyOpenIP was opened for you at ${companyName}.`, 'Choose your password with the button below.'],
      facts: [
        ['Login', login],
        ['Company', companyName],
      ],
      button: { label: 'Set the password', url },
      footer: ['This link works once, for 7 days. After that, ask your administrator for another one.'],
    }),
  },
  { secretParameters: ['url'] },
)

export const forgottenMail = defineMail(
  'password-forgotten',
  link,
  {
    fr: ({ login, companyName, url }) => ({
      subject: `Mot de passe oublié : ${login}`,
      title: 'Choisissez un nouveau mot de passe',
      paragraphs: [
        `Un nouveau mot de passe a été demandé pour le login ${login} (${companyName}).`,
        'Si la demande ne vient pas de vous, ignorez ce message : votre mot de passe actuel reste valable tant que ce lien n’est pas utilisé.',
      ],
      button: { label: 'Choisir un nouveau mot de passe', url },
      footer: ['Ce lien sert une seule fois et fonctionne pendant 1 heure.'],
    }),
    en: ({ login, companyName, url }) => ({
      subject: `Forgotten password: ${login}`,
      title: 'Choose a new password',
      paragraphs: [
        `A new password was asked for the login ${login} (${companyName}).`,
        'If you did not ask for it, ignore this message: your present password stays valid as long as this link is not used.',
      ],
      button: { label: 'Choose a new password', url },
      footer: ['This link works once, for 1 hour.'],
    }),
  },
  { secretParameters: ['url'] },
)
