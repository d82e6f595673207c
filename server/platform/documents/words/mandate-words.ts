import type { Words } from '#api/languages'

/** Words of the SEPA mandate: French, English. `*strong*`; the obligations are those of the SEPA rulebooks, Core and B2B. */
export const mandateWords = {
  mandate: { fr: 'Mandat SEPA', en: 'SEPA mandate' },
  mandateB2b: { fr: 'Mandat SEPA B2B', en: 'SEPA B2B mandate' },
  mandateTitle: { fr: 'Mandat de prélèvement SEPA', en: 'SEPA Direct Debit Mandate' },
  mandateTitleB2b: { fr: 'Mandat de prélèvement SEPA interentreprises', en: 'SEPA Business-to-Business Direct Debit Mandate' },
  mandateReturn: {
    fr: 'À compléter, dater, signer et renvoyer à {address}',
    en: 'To be completed, dated, signed and returned to {address}',
  },
  mandateReference: { fr: 'Référence unique du mandat (RUM)', en: 'Unique mandate reference' },
  creditorIdentifier: { fr: 'Identifiant créancier SEPA (ICS)', en: 'SEPA creditor identifier' },
  paymentType: { fr: 'Type de paiement', en: 'Type of payment' },
  recurrent: { fr: 'Récurrent / répétitif', en: 'Recurrent' },
  oneOffPayment: { fr: 'Ponctuel', en: 'One-off' },
  creditor: { fr: 'Créancier', en: 'Creditor' },
  debtor: { fr: 'Débiteur', en: 'Debtor' },
  accountToDebit: { fr: 'Compte à débiter', en: 'Account to debit' },
  holder: { fr: 'Titulaire', en: 'Holder' },
  whatYouAllow: { fr: 'Ce que vous autorisez', en: 'What you authorise' },
  mandateCore: {
    fr: 'Par votre signature, vous permettez à *{creditor}* de demander à votre banque le débit de votre compte, et à votre banque de l’exécuter en suivant ces demandes. Votre banque vous rembourse, aux conditions de la convention qui vous lie à elle, un prélèvement contesté *dans les 8 semaines* qui suivent le débit, et *dans les 13 mois* s’il n’était pas autorisé.',
    en: 'By your signature, you allow *{creditor}* to ask your bank to debit your account, and your bank to debit it following those requests. Under the terms of your agreement with it, your bank refunds a debit that you dispute *within 8 weeks* of it, and *within 13 months* if it was not authorised.',
  },
  mandateCoreB2b: {
    fr: 'Par votre signature, vous permettez à *{creditor}* de demander à votre banque le débit de votre compte, et à votre banque de l’exécuter en suivant ces demandes. Ce mandat est réservé aux paiements entre professionnels : une fois le compte débité, *il n’ouvre droit à aucun remboursement*. Jusqu’à la date d’échéance, vous pouvez en revanche demander à votre banque de ne pas payer. *Transmettez ce mandat signé à votre banque avant le premier prélèvement* : elle le rejetterait si elle ne l’a pas enregistré.',
    en: 'By your signature, you allow *{creditor}* to ask your bank to debit your account, and your bank to debit it following those requests. This mandate is only for payments between businesses: once your account has been debited, *you are not entitled to a refund*. Until the due date, you may however ask your bank not to pay. *Give this signed mandate to your bank before the first debit*: it would reject the debit without having registered the mandate.',
  },
  mandateLife: {
    fr: 'Chaque prélèvement est annoncé à l’avance par la facture, qui en donne le montant et la date. Vous pouvez retirer ce mandat à tout moment en écrivant au créancier ; il cesse de valoir après 36 mois sans prélèvement.',
    en: 'Each debit is announced beforehand by the invoice, with its amount and date. You may withdraw this mandate at any time by writing to the creditor; it lapses after 36 months without a debit.',
  },
  signedAt: { fr: 'Fait à', en: 'Signed in' },
  signedOn: { fr: 'Le (jour / mois / année)', en: 'On (day / month / year)' },
  signature: { fr: 'Signature du débiteur et cachet de l’entreprise', en: 'Debtor’s signature and company stamp' },
  signatory: { fr: 'Nom et qualité du signataire', en: 'Name and position of the signatory' },
  mandateRights: {
    fr: 'Vos droits sur ce mandat sont expliqués dans un document que votre banque tient à votre disposition. Les données ci-dessus servent à la gestion de vos paiements ; vous pouvez y accéder, les faire corriger ou vous opposer à leur usage en écrivant au créancier, dans les conditions du règlement général sur la protection des données.',
    en: 'Your rights regarding this mandate are explained in a statement that your bank keeps available. The data above serve to manage your payments; you may access them, have them corrected or object to their use by writing to the creditor, under the General Data Protection Regulation.',
  },
} as const satisfies Readonly<Record<string, Words>>
