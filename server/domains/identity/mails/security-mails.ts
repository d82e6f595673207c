import * as z from 'zod/mini'
import { type Language, say } from '#api/languages'
import { instantInWords } from '../../../platform/mail/days-in-words.ts'
import { defineMail, type MailContent } from '../../../platform/mail/define-mail.ts'

const where = z.object({ login: z.string(), at: z.string(), ip: z.string(), userAgent: z.string() })
type Where = z.infer<typeof where>

const factsOf = (language: Language, { login, at, ip, userAgent }: Where): MailContent['facts'] => [
  ['Login', login],
  ['Date', instantInWords(at, language)],
  [say({ fr: 'Adresse IP', en: 'IP address' }, language), ip],
  ...(userAgent ? ([[say({ fr: 'Navigateur', en: 'Browser' }, language), userAgent]] as const) : []),
]

const notYou: Readonly<Record<Language, string>> = {
  fr: 'Si ce n’est pas vous, demandez tout de suite un nouveau mot de passe avec « Mot de passe oublié » et prévenez l’administrateur de votre société.',
  en: 'If this was not you, ask for a new password at once with “Forgotten password” and tell the administrator of your company.',
}

const securityMail = (name: string, texts: Readonly<Record<Language, { readonly title: string; readonly text: string }>>) => {
  const write = (language: Language) => (parameters: Where) => ({
    subject: texts[language].title,
    title: texts[language].title,
    paragraphs: [texts[language].text, notYou[language]],
    facts: factsOf(language, parameters) ?? [],
  })
  return defineMail(name, where, { fr: write('fr'), en: write('en') })
}

export const newSignInMail = securityMail('security-new-sign-in', {
  fr: {
    title: 'Connexion depuis un nouvel endroit',
    text: 'Votre compte vient d’être ouvert depuis un réseau et un navigateur que nous ne lui connaissions pas.',
  },
  en: { title: 'Sign-in from a new place', text: 'Your account was just opened from a network and a browser not seen with it before.' },
})

export const passwordChangedMail = securityMail('security-password-changed', {
  fr: {
    title: 'Votre mot de passe a été modifié',
    text: 'Le mot de passe de votre compte vient de changer. Vos autres sessions ont été fermées.',
  },
  en: { title: 'Your password was changed', text: 'The password of your account has just changed. Your other sessions were closed.' },
})

export const factorAddedMail = securityMail('security-factor-added', {
  fr: {
    title: 'Un second facteur a été ajouté',
    text: 'Une application ou une clé de sécurité vient d’être ajoutée à votre compte. Elle sera demandée à la connexion.',
  },
  en: {
    title: 'A second factor was added',
    text: 'An application or a passkey was just added to your account. It is asked for at sign-in.',
  },
})

export const factorRemovedMail = securityMail('security-factor-removed', {
  fr: { title: 'Un second facteur a été retiré', text: 'Une application ou une clé de sécurité vient d’être retirée de votre compte.' },
  en: { title: 'A second factor was removed', text: 'An application or a passkey was just removed from your account.' },
})

export const backupCodesMail = securityMail('security-backup-codes', {
  fr: {
    title: 'De nouveaux codes de secours ont été créés',
    text: 'Dix nouveaux codes de secours remplacent les précédents, qui ne fonctionnent plus.',
  },
  en: { title: 'New backup codes were made', text: 'Ten new backup codes replace the former ones, which no longer work.' },
})

export const emailChangedMail = securityMail('security-email-changed', {
  fr: {
    title: 'L’adresse e-mail de votre compte a changé',
    text: 'Les messages de votre compte iront désormais à une autre adresse. Celui-ci est le dernier que reçoit cette adresse.',
  },
  en: {
    title: 'The e-mail address of your account changed',
    text: 'The messages of your account now go to another address. This is the last one that this address gets.',
  },
})
