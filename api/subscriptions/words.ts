import type { Words, WordsOf } from '../languages.ts'
import type { Accountcode } from './accountcodes/accountcodes.ts'
import type { SubscriptionState } from './list/subscription-list.ts'
import type { DocumentKind, ItemAction, OrderKind } from './rules/operations.ts'

export const orderKindWords = {
  creation: { fr: 'Création', en: 'Creation' },
  addition: { fr: 'Ajout', en: 'Addition' },
  modification: { fr: 'Modification', en: 'Modification' },
  termination: { fr: 'Résiliation', en: 'Termination' },
} as const satisfies WordsOf<OrderKind>

/** Papers of a contract and of its orders: on screen, in their names and as their titles. */
export const documentKindWords = {
  order_form: { fr: 'Bon de commande', en: 'Order form' },
  delivery_note: { fr: 'Bon de livraison', en: 'Delivery note' },
  termination_letter: { fr: 'Lettre de résiliation', en: 'Termination letter' },
  termination_notice: { fr: 'Avis de résiliation', en: 'Termination notice' },
  attachment: { fr: 'Pièce jointe', en: 'Attachment' },
} as const satisfies WordsOf<DocumentKind>

export const itemActionWords = {
  add: { fr: 'Ajout', en: 'Added' },
  modify: { fr: 'Modification', en: 'Changed' },
  delete: { fr: 'Suppression', en: 'Removed' },
} as const satisfies WordsOf<ItemAction>

/** The contract’s own life. */
export const contractStateWords = {
  creating: { fr: 'En cours de création', en: 'Being created' },
  active: { fr: 'Active', en: 'Active' },
  termination_requested: { fr: 'Résiliation demandée', en: 'Termination requested' },
  terminated: { fr: 'Résiliée', en: 'Terminated' },
  abandoned: { fr: 'Sans suite', en: 'Abandoned' },
} as const satisfies WordsOf<SubscriptionState>

/** Columns of « Liste des offres contractées », and what stands in them where there is nothing. */
export const contractWords = {
  title: { fr: 'Liste des offres contractées', en: 'Contracted offers' },
  pilot: { fr: 'Pilote', en: 'Pilot' },
  noPilot: { fr: 'Aucun', en: 'None' },
  reference: { fr: 'Réf.', en: 'Ref.' },
  name: { fr: 'Nom', en: 'Name' },
  lastOrder: { fr: 'Réf. dernière commande', en: 'Last order ref.' },
  noOrder: { fr: 'Aucune', en: 'None' },
  client: { fr: 'Client final', en: 'End customer' },
  clientReference: { fr: 'Réf. client final', en: 'End customer ref.' },
  customerAccount: { fr: 'Compte client', en: 'Customer account' },
  city: { fr: 'Ville', en: 'Town' },
  deliveredOn: { fr: 'Date de livraison', en: 'Delivery date' },
  notDelivered: { fr: 'À livrer', en: 'To be delivered' },
  state: { fr: 'État', en: 'State' },
  contractState: { fr: 'État du contrat', en: 'State of the contract' },
  type: { fr: 'Type', en: 'Type' },
  family: { fr: 'Famille', en: 'Family' },
} as const satisfies Readonly<Record<string, Words>>

export const accountcodeStateWords = {
  active: { fr: 'Actif', en: 'Active' },
  closed: { fr: 'Fermé', en: 'Closed' },
} as const satisfies WordsOf<Accountcode['state']>

export const accountcodeWords = {
  title: { fr: 'Accountcodes', en: 'Accountcodes' },
  number: { fr: 'Accountcode', en: 'Accountcode' },
  label: { fr: 'Libellé', en: 'Label' },
  partnerCode: { fr: 'Code partenaire', en: 'Partner’s code' },
  client: { fr: 'Client final', en: 'End customer' },
  clientReference: { fr: 'Réf. client final', en: 'End customer ref.' },
  site: { fr: 'Site', en: 'Site' },
  service: { fr: 'Service', en: 'Service' },
  serviceName: { fr: 'Nom du service', en: 'Name of the service' },
  contract: { fr: 'Offre contractée', en: 'Contracted offer' },
  state: { fr: 'État', en: 'State' },
} as const satisfies Readonly<Record<string, Words>>
