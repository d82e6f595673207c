import { type Universe, universeSlugs } from './universes.ts'

/** Pages of a company, under the reader's own sheet; `clientPages` has the same under another company's. */
const ownCompanyPages = {
  company: 'entreprise/ma-societe',
  companyNotifications: 'entreprise/ma-societe/notifications',
  sites: 'entreprise/ma-societe/sites',
  newSite: 'entreprise/ma-societe/sites/nouveau',
  site: 'entreprise/ma-societe/sites/$site',
  editSite: 'entreprise/ma-societe/sites/$site/modifier',
  contacts: 'entreprise/ma-societe/contacts',
  contactsNotifications: 'entreprise/ma-societe/contacts/notifications',
  contact: 'entreprise/ma-societe/contacts/$contact',
  contactNotifications: 'entreprise/ma-societe/contacts/$contact/notifications',
  payments: 'entreprise/ma-societe/coordonnees-de-paiement',
  payment: 'entreprise/ma-societe/coordonnees-de-paiement/$payment',
  activity: 'entreprise/activite',
  rights: 'entreprise/droits',
  newRight: 'entreprise/droits/nouveau',
  right: 'entreprise/droits/$right',
  editRight: 'entreprise/droits/$right/modifier',
  users: 'entreprise/utilisateurs',
  newUser: 'entreprise/utilisateurs/nouveau',
  user: 'entreprise/utilisateurs/$login',
} as const

/** The same pages of a client's, for its partner and the carrier. */
export const clientPages = {
  company: 'entreprise/clients/$company',
  companyNotifications: 'entreprise/clients/$company/notifications',
  sites: 'entreprise/clients/$company/sites',
  newSite: 'entreprise/clients/$company/sites/nouveau',
  site: 'entreprise/clients/$company/sites/$site',
  editSite: 'entreprise/clients/$company/sites/$site/modifier',
  contacts: 'entreprise/clients/$company/contacts',
  contactsNotifications: 'entreprise/clients/$company/contacts/notifications',
  contact: 'entreprise/clients/$company/contacts/$contact',
  contactNotifications: 'entreprise/clients/$company/contacts/$contact/notifications',
  payments: 'entreprise/clients/$company/coordonnees-de-paiement',
  payment: 'entreprise/clients/$company/coordonnees-de-paiement/$payment',
  activity: 'entreprise/clients/$company/activite',
  rights: 'entreprise/clients/$company/droits',
  newRight: 'entreprise/clients/$company/droits/nouveau',
  right: 'entreprise/clients/$company/droits/$right',
  editRight: 'entreprise/clients/$company/droits/$right/modifier',
  users: 'entreprise/clients/$company/utilisateurs',
  newUser: 'entreprise/clients/$company/utilisateurs/nouveau',
  user: 'entreprise/clients/$company/utilisateurs/$login',
} as const satisfies Readonly<Record<keyof typeof ownCompanyPages, string>>

/** Every page behind the sign-in, by name: its address after the universe. French, unaccented; `$name` stands for a reference. */
export const pages = {
  home: '',
  ...ownCompanyPages,
  information: 'entreprise/mes-informations',
  security: 'entreprise/mes-informations/securite',
  sessions: 'entreprise/mes-informations/sessions',
  clients: 'entreprise/clients',
  newClient: 'entreprise/clients/nouveau',
  standing: 'entreprise/clients/$company/gestion',
  allUsers: 'entreprise/tous-les-utilisateurs',
  proposals: 'entreprise/propositions',
  notifications: 'notifications',
  preferences: 'notifications/preferences',
  shop: 'e-boutique',
  comparison: 'e-boutique/comparer',
  soldOffer: 'e-boutique/offres/$offer',
  orderOffer: 'e-boutique/commander/$offer',
  addition: 'e-boutique/ajout/$subscription',
  modification: 'e-boutique/modifier/$subscription',
  basket: 'e-boutique/panier',
  basketLine: 'e-boutique/panier/$line',
  placed: 'e-boutique/confirmation',
  requests: 'e-boutique/demandes',
  request: 'e-boutique/demandes/$request',
  resalePrices: 'e-boutique/prix-de-revente',
  subscriptions: 'catalogue/offres-contractees',
  subscription: 'catalogue/offres-contractees/$subscription',
  termination: 'catalogue/offres-contractees/$subscription/resilier',
  accountcodes: 'catalogue/accountcodes',
  offers: 'catalogue/offres',
  offer: 'catalogue/offres/$offer',
  offerVersion: 'catalogue/offres/$offer/versions/$number',
  priceLists: 'catalogue/tarifs',
  orders: 'commandes',
  order: 'commandes/$order',
  queue: 'pilotage',
  delivery: 'pilotage/$order',
  imports: 'exploitation/imports',
  import: 'exploitation/imports/$import',
  sentMails: 'exploitation/courriels',
  sentMail: 'exploitation/courriels/$mail',
  issuer: 'exploitation/emetteur',
} as const

/** Pages that open without a sign-in, from the root of the portal. */
export const publicPages = {
  signIn: 'connexion',
  forgottenPassword: 'mot-de-passe-oublie',
  newPassword: 'mot-de-passe',
  terms: 'conditions',
  unsubscribe: 'desabonnement',
} as const

export type Page = keyof typeof pages
export type CompanyPage = keyof typeof clientPages

type Named<P extends string> = P extends `${string}$${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? Name | Named<Tail>
    : Rest
  : never

/** What an address needs: the universe, and each `$name` in it. */
export type PageParams<P extends string> = { readonly universe: Universe } & { readonly [name in Named<P>]: string }

const fill = (pattern: string, { universe, ...names }: { readonly universe: Universe } & Readonly<Record<string, string>>): string =>
  [`/${universeSlugs[universe]}`, ...(pattern === '' ? [] : [pattern])]
    .join('/')
    .replaceAll(/\$(\w+)/g, (_, name: string) => encodeURIComponent(names[name] ?? ''))

/** Address of a page, from the root of the portal: `pagePath('order', { universe: 'ambassador', order: 'COM00025' })` is `/ambassadeur/commandes/COM00025`. */
export const pagePath = <N extends Page>(page: N, params: PageParams<(typeof pages)[N]>): string => fill(pages[page], params)

/** Address of a page of another company than the reader's. */
export const clientPagePath = <N extends CompanyPage>(page: N, params: PageParams<(typeof clientPages)[N]>): string =>
  fill(clientPages[page], params)
