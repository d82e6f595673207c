import type { Words, WordsOf } from '../languages.ts'
import type { OfferState } from './admin/offer-versions.ts'
import type { OfferKind } from './offers/offers.ts'

export const offerStateWords = {
  draft: { fr: 'Brouillon', en: 'Draft' },
  on_sale: { fr: 'En vente', en: 'On sale' },
  withdrawn: { fr: 'Retirée de la vente', en: 'Withdrawn' },
} as const satisfies WordsOf<OfferState>

export const offerKindWords = {
  contract: { fr: 'Contrat', en: 'Contract' },
  addition: { fr: 'Ajout à un contrat', en: 'Addition to a contract' },
} as const satisfies WordsOf<OfferKind>

/** Columns of the carrier’s offers. */
export const offerWords = {
  title: { fr: 'Offres du catalogue', en: 'Catalogue offers' },
  offer: { fr: 'Offre', en: 'Offer' },
  code: { fr: 'Code', en: 'Code' },
  name: { fr: 'Désignation', en: 'Name' },
  nameEn: { fr: 'Désignation (anglais)', en: 'Name (English)' },
  family: { fr: 'Famille', en: 'Family' },
  kind: { fr: 'Nature', en: 'Kind' },
  state: { fr: 'État', en: 'State' },
  current: { fr: 'Version en vigueur', en: 'Version in force' },
  since: { fr: 'Depuis le', en: 'Since' },
  until: { fr: 'Jusqu’au', en: 'Until' },
  next: { fr: 'Prochaine version', en: 'Next version' },
  from: { fr: 'À partir du', en: 'From' },
  publicOneOff: { fr: 'Public : frais HT (€)', en: 'Public: set-up fee excl. VAT (€)' },
  publicMonthly: { fr: 'Public : mensuel HT (€)', en: 'Public: monthly excl. VAT (€)' },
  wholesaleOneOff: { fr: 'Grossiste : frais HT (€)', en: 'Wholesale: set-up fee excl. VAT (€)' },
  wholesaleMonthly: { fr: 'Grossiste : mensuel HT (€)', en: 'Wholesale: monthly excl. VAT (€)' },
  runningOrders: { fr: 'Commandes en cours', en: 'Running orders' },
  runningContracts: { fr: 'Contrats en cours', en: 'Running contracts' },
} as const satisfies Readonly<Record<string, Words>>
