import type { Words, WordsOf } from '../languages.ts'
import type { Template } from '../templates.ts'

/** « Cette personne pourra… »: what a template lets do, in words that need no catalogue. */
export const couldWords = {
  'company.write': {
    fr: 'modifier la société, ses sites et ses contacts, et inviter des utilisateurs',
    en: 'edit the company, its sites and its contacts, and invite users',
  },
  'company.read': {
    fr: 'consulter la société, ses sites, ses contacts et ses utilisateurs',
    en: 'read the company, its sites, its contacts and its users',
  },
  'billing.read': { fr: 'lire les factures et les avoirs', en: 'read invoices and credit notes' },
  'orders.manage': {
    fr: 'commander, et suivre contrats et commandes avec leurs prix',
    en: 'order, and follow contracts and orders with their prices',
  },
  'orders.terminate': {
    fr: 'demander la résiliation d’un contrat, ou la retirer',
    en: 'ask for the termination of a contract, or withdraw it',
  },
  'services.read': { fr: 'voir les services, leur état et leur trafic', en: 'see services, their state and their traffic' },
  'services.configure': { fr: 'changer les réglages des services', en: 'change the settings of services' },
  'services.secrets': {
    fr: 'voir les mots de passe et codes des services, après confirmation de son identité',
    en: 'see the passwords and codes of services, after confirming their identity',
  },
  'conversations.manage': { fr: 'écrire et répondre dans les conversations', en: 'write and answer in conversations' },
  'cdr.read': { fr: 'rechercher et exporter le détail des appels', en: 'search and export call details' },
  'tickets.manage': { fr: 'ouvrir des tickets et les suivre', en: 'open tickets and follow them' },
  'equipment.read': {
    fr: 'suivre les livraisons de matériel, les cartes SIM et les postes',
    en: 'follow deliveries of equipment, SIM cards and phones',
  },
  'rio.read': { fr: 'voir le RIO d’un numéro ; chaque consultation est notée', en: 'see the RIO of a number; each look is recorded' },
  'quotes.validate': { fr: 'accepter ou refuser les devis', en: 'accept or refuse quotes' },
  'rights.delegate': { fr: 'donner à d’autres des droits, parmi les siens', en: 'give others rights, among their own' },
  'carrier.administer': {
    fr: 'administrer sociétés, partenaires, utilisateurs, imports et réglages du portail',
    en: 'administer companies, partners, users, imports and settings of the portal',
  },
  'carrier.pilot': { fr: 'prendre, planifier et livrer les commandes', en: 'take, plan and deliver orders' },
  'carrier.support': { fr: 'traiter tickets et incidents', en: 'handle tickets and incidents' },
  'carrier.billing': { fr: 'facturer, encaisser et relancer', en: 'invoice, collect and remind' },
  'carrier.catalog': { fr: 'changer les offres, leurs prix et leurs formulaires', en: 'change offers, their prices and their forms' },
  'carrier.network': { fr: 'exploiter plateformes et supervision', en: 'run platforms and monitoring' },
} as const satisfies WordsOf<Template>

/** Under a right limited to sites, where it says something else: the sheet of the company belongs to no site. */
export const couldOnSitesWords: Readonly<Partial<Record<Template, Words>>> = {
  'company.write': {
    fr: 'modifier ces sites et leurs contacts, et y inviter des utilisateurs',
    en: 'edit these sites and their contacts, and invite users there',
  },
  'company.read': {
    fr: 'consulter ces sites, leurs contacts et leurs utilisateurs',
    en: 'read these sites, their contacts and their users',
  },
}
