import type { Words } from '../languages.ts'

/** Columns of the orders, the customers’ list and the carrier’s queue. */
export const orderWords = {
  title: { fr: 'Commandes', en: 'Orders' },
  reference: { fr: 'Réf.', en: 'Ref.' },
  state: { fr: 'État', en: 'State' },
  kind: { fr: 'Type', en: 'Type' },
  offer: { fr: 'Offre', en: 'Offer' },
  company: { fr: 'Client final', en: 'End customer' },
  companyReference: { fr: 'Réf. client final', en: 'End customer ref.' },
  site: { fr: 'Site', en: 'Site' },
  city: { fr: 'Ville', en: 'Town' },
  contract: { fr: 'Offre contractée', en: 'Contracted offer' },
  pilot: { fr: 'Pilote', en: 'Pilot' },
  noPilot: { fr: 'Aucun', en: 'None' },
  purchaseOrder: { fr: 'N° de bon de commande', en: 'Purchase order number' },
  placedAt: { fr: 'Déposée le', en: 'Placed on' },
  wishedOn: { fr: 'Date souhaitée', en: 'Wished date' },
  plannedOn: { fr: 'Livraison prévue', en: 'Planned delivery' },
  deliveredOn: { fr: 'Date de livraison', en: 'Delivery date' },
} as const satisfies Readonly<Record<string, Words>>

/** Columns that only the queue has. */
export const queueWords = {
  title: { fr: 'Commandes à livrer', en: 'Orders to deliver' },
  nextStep: { fr: 'Étape en cours', en: 'Current step' },
  stepDay: { fr: 'Étape prévue le', en: 'Step planned for' },
  steps: { fr: 'Étapes', en: 'Steps' },
  stepsDone: { fr: 'Étapes terminées', en: 'Steps done' },
  open: { fr: 'Ouverte depuis', en: 'Open for' },
  openDays: { fr: 'Jours ouverts', en: 'Days open' },
  late: { fr: 'En retard', en: 'Late' },
  atRisk: { fr: 'À risque', en: 'At risk' },
  yes: { fr: 'Oui', en: 'Yes' },
} as const satisfies Readonly<Record<string, Words>>
