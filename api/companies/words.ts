import type { Words, WordsOf } from '../languages.ts'
import type { CompanyState, FinancialState } from './company/company-states.ts'
import type { UserState } from './contacts/user-states.ts'
import type { Proposal } from './portfolio/proposals.ts'
import type { SiteRow } from './sites/sites.ts'

export const companyStateWords = {
  active: { fr: 'Activé(e)', en: 'Active' },
  suspended: { fr: 'Suspendu(e)', en: 'Suspended' },
  closed: { fr: 'Fermé(e)', en: 'Closed' },
} as const satisfies WordsOf<CompanyState>

export const financialStateWords = {
  sound: { fr: 'Saine', en: 'Sound' },
  watch: { fr: 'À surveiller', en: 'To watch' },
  blocked: { fr: 'Bloquée', en: 'Blocked' },
} as const satisfies WordsOf<FinancialState>

/** Columns of the clients of a partner, and of the carrier’s companies. */
export const clientWords = {
  title: { fr: 'Sociétés', en: 'Companies' },
  name: { fr: 'Raison sociale', en: 'Company name' },
  reference: { fr: 'Référence', en: 'Reference' },
  state: { fr: 'État', en: 'State' },
  financialState: { fr: 'Situation financière', en: 'Financial state' },
  postcode: { fr: 'Code postal', en: 'Postcode' },
  city: { fr: 'Ville', en: 'Town' },
  siren: { fr: 'SIREN', en: 'SIREN' },
  partner: { fr: 'Partenaire', en: 'Partner' },
  universes: { fr: 'Univers', en: 'Universes' },
  createdAt: { fr: 'Créée le', en: 'Created on' },
} as const satisfies Readonly<Record<string, Words>>

export const proposalStateWords = {
  pending: { fr: 'En attente', en: 'Pending' },
  accepted: { fr: 'Acceptée', en: 'Accepted' },
  refused: { fr: 'Refusée', en: 'Refused' },
  withdrawn: { fr: 'Retirée', en: 'Withdrawn' },
  applied: { fr: 'Faite par la société', en: 'Made by the company' },
  contested: { fr: 'Contestée', en: 'Contested' },
} as const satisfies WordsOf<Proposal['state']>

/** What a company may ask the carrier to change. */
export const proposalFieldWords = {
  name: { fr: 'Raison sociale', en: 'Company name' },
  siren: { fr: 'SIREN', en: 'SIREN' },
  vat_number: { fr: 'N° de TVA', en: 'VAT number' },
  legal_form: { fr: 'Statut juridique', en: 'Legal form' },
} as const satisfies Readonly<Record<string, Words>>

export const proposalWords = {
  title: { fr: 'Propositions des sociétés', en: 'Proposals of companies' },
  company: { fr: 'Société', en: 'Company' },
  field: { fr: 'Champ', en: 'Field' },
  before: { fr: 'Actuellement', en: 'At present' },
  after: { fr: 'Nouvelle valeur', en: 'New value' },
  createdAt: { fr: 'Proposé le', en: 'Proposed on' },
  proposedBy: { fr: 'Proposé par', en: 'Proposed by' },
  state: { fr: 'État', en: 'State' },
} as const satisfies Readonly<Record<string, Words>>

export const siteStateWords = {
  open: { fr: 'Ouvert', en: 'Open' },
  closed: { fr: 'Fermé', en: 'Closed' },
} as const satisfies WordsOf<SiteRow['state']>

export const siteWords = {
  title: { fr: 'Sites', en: 'Sites' },
  name: { fr: 'Nom du site', en: 'Site name' },
  role: { fr: 'Rôle', en: 'Role' },
  headOffice: { fr: 'Siège social', en: 'Head office' },
  street: { fr: 'Adresse (n° et rue)', en: 'Street address' },
  postcode: { fr: 'Code postal', en: 'Postcode' },
  city: { fr: 'Ville', en: 'Town' },
  siret: { fr: 'SIRET', en: 'SIRET' },
  phone: { fr: 'Téléphone', en: 'Phone' },
  state: { fr: 'État', en: 'State' },
} as const satisfies Readonly<Record<string, Words>>

/** Whether a person opens the portal. */
export const userStateWords = {
  invited: { fr: 'Invité', en: 'Invited' },
  active: { fr: 'Actif', en: 'Active' },
  suspended: { fr: 'Suspendu', en: 'Suspended' },
} as const satisfies WordsOf<UserState>

export const contactWords = {
  title: { fr: 'Gestion des contacts', en: 'Manage contacts' },
  name: { fr: 'Nom', en: 'Name' },
  firstName: { fr: 'Prénom', en: 'First name' },
  lastName: { fr: 'Nom', en: 'Last name' },
  jobTitle: { fr: 'Fonction', en: 'Function' },
  email: { fr: 'E-mail', en: 'E-mail' },
  phone: { fr: 'Téléphone', en: 'Phone' },
  mobile: { fr: 'Mobile', en: 'Mobile' },
  site: { fr: 'Site', en: 'Site' },
  wholeCompany: { fr: 'Toute la société', en: 'Whole company' },
  access: { fr: 'Accès', en: 'Access' },
  noAccess: { fr: 'Sans accès', en: 'No access' },
  login: { fr: 'Login', en: 'Login' },
} as const satisfies Readonly<Record<string, Words>>
