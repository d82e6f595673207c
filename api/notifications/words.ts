import type { Words, WordsOf } from '../languages.ts'
import type { NotificationCategory } from './notification-categories.ts'
import type { MailRow } from './sent-mails/sent-mails.ts'

/** What one is told about. */
export const categoryWords = {
  shop: { fr: 'E-Boutique', en: 'E-Shop' },
  deliveries: { fr: 'Livraisons', en: 'Deliveries' },
  settings: { fr: 'Mes services Paramétrage', en: 'My services: settings' },
  monitoring: { fr: 'Mes services Monitoring / Sécurité', en: 'My services: monitoring / security' },
  tickets: { fr: 'Ticketing', en: 'Tickets' },
  conversations: { fr: 'Messagerie', en: 'Messages' },
  mobile: { fr: 'Mobile', en: 'Mobile' },
  billing: { fr: 'Facturation', en: 'Billing' },
} as const satisfies WordsOf<NotificationCategory>

export const notificationWords = {
  title: { fr: 'Notifications', en: 'Notifications' },
  what: { fr: 'Notification', en: 'Notification' },
  text: { fr: 'Texte', en: 'Text' },
  category: { fr: 'Catégorie', en: 'Category' },
  universe: { fr: 'Univers', en: 'Universe' },
  company: { fr: 'Société', en: 'Company' },
  at: { fr: 'Date', en: 'Date' },
  state: { fr: 'État', en: 'State' },
  read: { fr: 'Lue', en: 'Read' },
  unread: { fr: 'Non lue', en: 'Unread' },
} as const satisfies Readonly<Record<string, Words>>

export const mailStateWords = {
  queued: { fr: 'En attente', en: 'Waiting' },
  sending: { fr: 'En cours d’envoi', en: 'Being sent' },
  sent: { fr: 'Envoyé', en: 'Sent' },
  failed: { fr: 'Échec', en: 'Failed' },
  uncertain: { fr: 'Incertain', en: 'Uncertain' },
} as const satisfies WordsOf<MailRow['state']>

export const mailWords = {
  title: { fr: 'Courriels envoyés', en: 'Sent mails' },
  subject: { fr: 'Objet', en: 'Subject' },
  to: { fr: 'Destinataire', en: 'Recipient' },
  state: { fr: 'État', en: 'State' },
  createdAt: { fr: 'Créé le', en: 'Created on' },
  template: { fr: 'Type', en: 'Kind' },
  company: { fr: 'Société', en: 'Company' },
  attempts: { fr: 'Tentatives', en: 'Attempts' },
  lastError: { fr: 'Dernière erreur', en: 'Last error' },
  login: { fr: 'Login', en: 'Login' },
  sentAt: { fr: 'Envoyé le', en: 'Sent on' },
  nextAttemptAt: { fr: 'Prochaine tentative', en: 'Next attempt' },
} as const satisfies Readonly<Record<string, Words>>

/** Kinds of mails that the portal sends, in the order of the filter. */
export const mailTemplateWords = {
  notification: { fr: 'Notification', en: 'Notification' },
  'notification-digest': { fr: 'Notifications regroupées', en: 'Gathered notifications' },
  'address-unsubscribed': { fr: 'Adresse désabonnée', en: 'Address unsubscribed' },
  'order-placed': { fr: 'Commande confirmée', en: 'Order confirmed' },
  'order-to-validate': { fr: 'Commande à valider', en: 'Order to validate' },
  'order-news': { fr: 'Suivi de commande', en: 'Order news' },
  termination: { fr: 'Résiliation', en: 'Termination' },
  'termination-to-validate': { fr: 'Résiliation à valider', en: 'Termination to validate' },
  renewal: { fr: 'Fin d’engagement', en: 'End of commitment' },
  'password-initialisation': { fr: 'Premier mot de passe', en: 'First password' },
  'password-forgotten': { fr: 'Mot de passe oublié', en: 'Forgotten password' },
  'identity-changed': { fr: 'Identité d’une société modifiée', en: 'Identity of a company changed' },
  'identity-contested': { fr: 'Changement d’identité contesté', en: 'Change of identity contested' },
  'payment-changed': { fr: 'Coordonnées de paiement modifiées', en: 'Payment details changed' },
  'security-new-sign-in': { fr: 'Nouvelle connexion', en: 'New sign-in' },
  'security-password-changed': { fr: 'Mot de passe modifié', en: 'Password changed' },
  'security-factor-added': { fr: 'Second facteur ajouté', en: 'Second factor added' },
  'security-factor-removed': { fr: 'Second facteur retiré', en: 'Second factor removed' },
  'security-backup-codes': { fr: 'Codes de secours renouvelés', en: 'Backup codes renewed' },
  'security-email-changed': { fr: 'Adresse e-mail modifiée', en: 'E-mail address changed' },
} as const satisfies Readonly<Record<string, Words>>
export type MailTemplateName = keyof typeof mailTemplateWords
