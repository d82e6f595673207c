/** States of an order, as its page, the contract that shows its last order, and the history of any company call them. */
export const orderStateWords = {
  awaiting_client: { fr: 'En attente de validation client', en: "Waiting for the client's validation" },
  submitted: { fr: 'Commande déposée', en: 'Order submitted' },
  in_delivery: { fr: 'Commande en cours de livraison', en: 'Order being delivered' },
  delivered: { fr: 'Commande livrée', en: 'Order delivered' },
  cancelled_by_client: { fr: 'Commande annulée (client)', en: 'Order cancelled (client)' },
  cancelled: { fr: 'Commande annulée', en: 'Order cancelled' },
  impossible: { fr: 'Commande impossible', en: 'Order impossible' },
} as const
