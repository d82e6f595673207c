import type { Words, WordsOf } from '../languages.ts'
import type { PurchaseRequestState } from './requests/purchase-requests.ts'

export const requestStateWords = {
  open: { fr: 'En attente', en: 'Waiting' },
  taken: { fr: 'Prise en charge', en: 'Taken' },
  declined: { fr: 'Refusée', en: 'Declined' },
} as const satisfies WordsOf<PurchaseRequestState>

export const requestWords = {
  title: { fr: 'Mes demandes', en: 'My requests' },
  requestedAt: { fr: 'Demandée le', en: 'Requested on' },
  company: { fr: 'Client', en: 'Client' },
  offers: { fr: 'Offres demandées', en: 'Offers asked for' },
  state: { fr: 'État', en: 'State' },
  sites: { fr: 'Sites', en: 'Sites' },
  message: { fr: 'Message', en: 'Message' },
  requestedBy: { fr: 'Par', en: 'By' },
  answeredAt: { fr: 'Répondue le', en: 'Answered on' },
} as const satisfies Readonly<Record<string, Words>>
