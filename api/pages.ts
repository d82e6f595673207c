import { type Universe, universeSlugs } from './universes.ts'

/** Pages of a company, under the reader's own sheet; `clientPages` has the same under another company's. */
const ownCompanyPages = {
  company: '/$universe/entreprise/ma-societe',
  companyNotifications: '/$universe/entreprise/ma-societe/notifications',
  sites: '/$universe/entreprise/ma-societe/sites',
  newSite: '/$universe/entreprise/ma-societe/sites/nouveau',
  site: '/$universe/entreprise/ma-societe/sites/$site',
  editSite: '/$universe/entreprise/ma-societe/sites/$site/modifier',
  contacts: '/$universe/entreprise/ma-societe/contacts',
  contactsNotifications: '/$universe/entreprise/ma-societe/contacts/notifications',
  contact: '/$universe/entreprise/ma-societe/contacts/$contact',
  contactNotifications: '/$universe/entreprise/ma-societe/contacts/$contact/notifications',
  payments: '/$universe/entreprise/ma-societe/coordonnees-de-paiement',
  payment: '/$universe/entreprise/ma-societe/coordonnees-de-paiement/$payment',
  activity: '/$universe/entreprise/activite',
  rights: '/$universe/entreprise/droits',
  newRight: '/$universe/entreprise/droits/nouveau',
  right: '/$universe/entreprise/droits/$right',
  editRight: '/$universe/entreprise/droits/$right/modifier',
  users: '/$universe/entreprise/utilisateurs',
  newUser: '/$universe/entreprise/utilisateurs/nouveau',
  user: '/$universe/entreprise/utilisateurs/$login',
} as const

/** The same pages of a client's, for its partner and the carrier. */
export const clientPages = {
  company: '/$universe/entreprise/clients/$company',
  companyNotifications: '/$universe/entreprise/clients/$company/notifications',
  sites: '/$universe/entreprise/clients/$company/sites',
  newSite: '/$universe/entreprise/clients/$company/sites/nouveau',
  site: '/$universe/entreprise/clients/$company/sites/$site',
  editSite: '/$universe/entreprise/clients/$company/sites/$site/modifier',
  contacts: '/$universe/entreprise/clients/$company/contacts',
  contactsNotifications: '/$universe/entreprise/clients/$company/contacts/notifications',
  contact: '/$universe/entreprise/clients/$company/contacts/$contact',
  contactNotifications: '/$universe/entreprise/clients/$company/contacts/$contact/notifications',
  payments: '/$universe/entreprise/clients/$company/coordonnees-de-paiement',
  payment: '/$universe/entreprise/clients/$company/coordonnees-de-paiement/$payment',
  activity: '/$universe/entreprise/clients/$company/activite',
  rights: '/$universe/entreprise/clients/$company/droits',
  newRight: '/$universe/entreprise/clients/$company/droits/nouveau',
  right: '/$universe/entreprise/clients/$company/droits/$right',
  editRight: '/$universe/entreprise/clients/$company/droits/$right/modifier',
  users: '/$universe/entreprise/clients/$company/utilisateurs',
  newUser: '/$universe/entreprise/clients/$company/utilisateurs/nouveau',
  user: '/$universe/entreprise/clients/$company/utilisateurs/$login',
} as const satisfies Readonly<Record<keyof typeof ownCompanyPages, string>>

/** Every page behind the sign-in, by name, as the router of the site writes addresses: `$name` stands for a reference. French, unaccented. */
export const pages = {
  home: '/$universe',
  ...ownCompanyPages,
  information: '/$universe/entreprise/mes-informations',
  security: '/$universe/entreprise/mes-informations/securite',
  sessions: '/$universe/entreprise/mes-informations/sessions',
  clients: '/$universe/entreprise/clients',
  newClient: '/$universe/entreprise/clients/nouveau',
  standing: '/$universe/entreprise/clients/$company/gestion',
  allUsers: '/$universe/entreprise/tous-les-utilisateurs',
  proposals: '/$universe/entreprise/propositions',
  notifications: '/$universe/notifications',
  preferences: '/$universe/notifications/preferences',
  shop: '/$universe/e-boutique',
  comparison: '/$universe/e-boutique/comparer',
  soldOffer: '/$universe/e-boutique/offres/$offer',
  orderOffer: '/$universe/e-boutique/commander/$offer',
  addition: '/$universe/e-boutique/ajout/$subscription',
  modification: '/$universe/e-boutique/modifier/$subscription',
  basket: '/$universe/e-boutique/panier',
  basketLine: '/$universe/e-boutique/panier/$line',
  placed: '/$universe/e-boutique/confirmation',
  requests: '/$universe/e-boutique/demandes',
  request: '/$universe/e-boutique/demandes/$request',
  resalePrices: '/$universe/e-boutique/prix-de-revente',
  subscriptions: '/$universe/catalogue/offres-contractees',
  subscription: '/$universe/catalogue/offres-contractees/$subscription',
  termination: '/$universe/catalogue/offres-contractees/$subscription/resilier',
  accountcodes: '/$universe/catalogue/accountcodes',
  offers: '/$universe/catalogue/offres',
  offer: '/$universe/catalogue/offres/$offer',
  offerVersion: '/$universe/catalogue/offres/$offer/versions/$number',
  priceLists: '/$universe/catalogue/tarifs',
  orders: '/$universe/commandes',
  order: '/$universe/commandes/$order',
  queue: '/$universe/pilotage',
  delivery: '/$universe/pilotage/$order',
  imports: '/$universe/exploitation/imports',
  import: '/$universe/exploitation/imports/$import',
  sentMails: '/$universe/exploitation/courriels',
  sentMail: '/$universe/exploitation/courriels/$mail',
  issuer: '/$universe/exploitation/emetteur',
} as const

/** Pages that open without a sign-in, from the root of the portal. */
export const publicPages = {
  signIn: '/connexion',
  forgottenPassword: '/mot-de-passe-oublie',
  newPassword: '/mot-de-passe',
  terms: '/conditions',
  unsubscribe: '/desabonnement',
} as const

export type Page = keyof typeof pages
export type CompanyPage = keyof typeof clientPages

type Named<P extends string> = P extends `${string}$${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? Name | Named<Tail>
    : Rest
  : never

/** What an address needs: the universe, and each `$name` in it. */
export type PageParams<P extends string> = { readonly universe: Universe } & { readonly [name in Exclude<Named<P>, 'universe'>]: string }

const fill = (pattern: string, names: { readonly universe: Universe } & Readonly<Record<string, string>>): string =>
  pattern.replaceAll(/\$(\w+)/g, (_, name: string) =>
    name === 'universe' ? universeSlugs[names.universe] : encodeURIComponent(names[name] ?? ''),
  )

/** Address of a page, from the root of the portal: `pagePath('order', { universe: 'ambassador', order: 'COM00025' })` is `/ambassadeur/commandes/COM00025`. */
export const pagePath = <N extends Page>(page: N, params: PageParams<(typeof pages)[N]>): string => fill(pages[page], params)

/** Address of a page of another company than the reader's. */
export const clientPagePath = <N extends CompanyPage>(page: N, params: PageParams<(typeof clientPages)[N]>): string =>
  fill(clientPages[page], params)
