/** States of an order, as its page, the contract that shows its last order, and the history of any company call them. */
export const orderStateWords = {
  awaiting_client: { fr: 'En attente de validation client', en: 'Waiting for the client’s validation' },
  submitted: { fr: 'Commande déposée', en: 'Order submitted' },
  in_delivery: { fr: 'Commande en cours de livraison', en: 'Order being delivered' },
  delivered: { fr: 'Commande livrée', en: 'Order delivered' },
  cancelled_by_client: { fr: 'Commande annulée (client)', en: 'Order cancelled (client)' },
  cancelled: { fr: 'Commande annulée', en: 'Order cancelled' },
  impossible: { fr: 'Commande impossible', en: 'Order impossible' },
} as const

/** States of a step of a delivery. */
export const stepStateWords = {
  to_do: { fr: 'À faire', en: 'To do' },
  in_progress: { fr: 'En cours', en: 'In progress' },
  blocked: { fr: 'Bloquée', en: 'Blocked' },
  done: { fr: 'Terminée', en: 'Done' },
  skipped: { fr: 'Non nécessaire', en: 'Not needed' },
} as const

/** Who does a step, whoever reads. */
export const stepActorWords = {
  carrier: { fr: 'Exploitant', en: 'Carrier' },
  client: { fr: 'Client', en: 'Client' },
  partner: { fr: 'Partenaire', en: 'Partner' },
  infrastructure: { fr: 'Opérateur d’infrastructure', en: 'Infrastructure operator' },
} as const
