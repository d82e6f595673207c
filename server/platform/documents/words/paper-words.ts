import type { Words } from '#api/languages'
import { stepStateWords } from '#api/rules/order-words'
import { documentKindWords } from '#api/subscriptions/words'

/** Words of the papers of an order, and of the sheet of an offer: French, English. */
export const paperWords = {
  // Titles.
  orderForm: documentKindWords.order_form,
  orderFormAmended: { fr: 'modification', en: 'amendment' },
  deliveryNote: documentKindWords.delivery_note,
  terminationNotice: documentKindWords.termination_notice,
  offerSheet: { fr: 'Fiche produit', en: 'Product sheet' },

  // Who.
  issuer: { fr: 'Émetteur', en: 'Issued by' },
  customer: { fr: 'Client', en: 'Customer' },
  billedTo: { fr: 'Facturé à', en: 'Billed to' },
  endCustomer: { fr: 'Client final', en: 'End customer' },
  customerAccount: { fr: 'Compte client {reference}', en: 'Customer account {reference}' },
  onsiteContact: { fr: 'Contact sur site', en: 'On-site contact' },

  // Facts of the band.
  date: { fr: 'Date', en: 'Date' },
  contract: { fr: 'Contrat', en: 'Contract' },
  wishedOn: { fr: 'Date souhaitée', en: 'Wished date' },
  soonest: { fr: 'Au plus tôt', en: 'As soon as possible' },
  commitment: { fr: 'Engagement', en: 'Commitment' },
  noCommitment: { fr: 'Sans', en: 'None' },
  months: { fr: '{count} mois', en: '{count} months' },
  oneMonth: { fr: '1 mois', en: '1 month' },
  days: { fr: '{count} jours', en: '{count} days' },
  oneDay: { fr: '1 jour', en: '1 day' },
  orderedBy: { fr: 'Commandé par', en: 'Ordered by' },
  deliveredOn: { fr: 'Livré le', en: 'Delivered on' },
  orderedOn: { fr: 'Commandé le', en: 'Ordered on' },
  pilot: { fr: 'Pilote', en: 'Delivery manager' },
  requestedOn: { fr: 'Demandée le', en: 'Requested on' },
  requestedBy: { fr: 'Demandée par', en: 'Requested by' },
  effectiveOn: { fr: 'Prend effet le', en: 'Takes effect on' },
  billedUntil: { fr: 'Facturé jusqu’au', en: 'Billed until' },
  notice: { fr: 'Préavis', en: 'Notice' },
  renewal: { fr: 'Fin de l’engagement', en: 'End of commitment' },
  tacitRenewal: { fr: 'Reconduction tacite', en: 'Tacit renewal' },

  // Tables.
  designation: { fr: 'Désignation', en: 'Description' },
  quantity: { fr: 'Qté', en: 'Qty' },
  unitOneOff: { fr: 'P.U. FAS', en: 'Unit set-up' },
  unitMonthly: { fr: 'P.U. mensuel', en: 'Unit monthly' },
  oneOff: { fr: 'FAS HT', en: 'Set-up' },
  monthly: { fr: 'Mensuel HT', en: 'Monthly' },
  reference: { fr: 'Référence', en: 'Reference' },
  service: { fr: 'Service', en: 'Service' },
  deliveredService: { fr: 'Service livré', en: 'Service delivered' },
  site: { fr: 'Site', en: 'Site' },
  sites: { fr: 'Sites', en: 'Sites' },
  siteCount: { fr: '{count} sites', en: '{count} sites' },
  deliveredSite: { fr: 'Site livré', en: 'Delivered site' },
  deliveredSites: { fr: 'Sites livrés', en: 'Delivered sites' },
  step: { fr: 'Étape', en: 'Step' },
  doneOn: { fr: 'Fait le', en: 'Done on' },
  skipped: stepStateWords.skipped,

  // Order form.
  totalOneOff: { fr: 'Frais d’accès au service (FAS) HT', en: 'Set-up fees excl. VAT' },
  totalOverMonths: { fr: 'Sur {months} mois HT', en: 'Over {months} months excl. VAT' },
  totalMonthly: { fr: 'Abonnement mensuel HT', en: 'Monthly fee excl. VAT' },
  asked: { fr: 'Ce que vous avez demandé', en: 'What you asked for' },
  amendments: { fr: 'Modifications avant livraison', en: 'Changes before delivery' },
  conditions: { fr: 'Conditions', en: 'Terms' },
  changeOfContract: { fr: 'Sur le contrat {contract} : de {before} à {after}', en: 'On contract {contract}: from {before} to {after}' },
  pricesInEuros: { fr: 'Les prix sont en euros, hors taxes.', en: 'Prices are in euros, excluding VAT.' },
  amountsAreDifferences: {
    fr: 'Les montants sont la différence avec le contrat tel qu’il court. Le nouvel abonnement est facturé à compter du jour de la livraison, au prorata du mois.',
    en: 'Amounts are the difference with the contract as it runs. The new fee is billed from the day of the delivery, in proportion to the month.',
  },
  billedFromDelivery: {
    fr: 'L’abonnement est facturé à compter du jour de la livraison, au prorata du premier mois.',
    en: 'The fee is billed from the day of the delivery, in proportion to the first month.',
  },
  commitmentFromDelivery: {
    fr: 'L’engagement de {months} mois commence le jour de la livraison, constaté par le bon de livraison.',
    en: 'The commitment of {months} months starts on the day of the delivery, as the delivery note records it.',
  },
  noticeOfContract: {
    fr: 'Préavis de résiliation : {notice}. Toute période mensuelle entamée est due.',
    en: 'Notice of termination: {notice}. Every started month is due.',
  },
  tacitlyRenewed: {
    fr: 'À la fin de l’engagement, le contrat est reconduit tacitement, sans nouvel engagement ; vous en êtes prévenu entre trois mois et un mois avant. Il se résilie ensuite à tout moment, avec dix jours de préavis au plus et sans frais.',
    en: 'When the commitment ends, the contract is tacitly renewed, without a new commitment; you are told of it between three months and one month before. It is then terminated at any time, with ten days of notice at most and without fees.',
  },
  termsAccepted: {
    fr: 'Conditions générales de vente {version} acceptées le {day}.',
    en: 'General terms of sale {version} accepted on {day}.',
  },
  termsAcceptedBy: {
    fr: 'Conditions générales de vente {version} acceptées le {day} par {name}.',
    en: 'General terms of sale {version} accepted on {day} by {name}.',
  },

  // Delivery note.
  changesInPlace: {
    fr: 'Les changements demandés sont en place sur le contrat.',
    en: 'The requested changes are in place on the contract.',
  },
  deliveredConfiguration: { fr: 'Configuration livrée', en: 'Delivered configuration' },
  progress: { fr: 'Déroulement', en: 'How it went' },
  fromThisDelivery: { fr: 'À compter de cette livraison', en: 'From this delivery on' },
  commitmentRuns: {
    fr: 'Engagement de {months} mois, du {from} au {until}.',
    en: 'Commitment of {months} months, from {from} to {until}.',
  },
  billingStarts: {
    fr: 'La facturation commence ce jour, au prorata du mois en cours.',
    en: 'Billing starts on that day, in proportion to the current month.',
  },
  howToObject: {
    fr: 'Une réserve se signale depuis la commande, dans votre espace, ou auprès de votre partenaire.',
    en: 'Anything wrong is reported from the order, in your space, or to your partner.',
  },

  // Termination notice.
  ends: { fr: 'Le contrat {contract} prend fin le {day}.', en: 'Contract {contract} ends on {day}.' },
  cost: { fr: 'Coût de la résiliation', en: 'Cost of the termination' },
  noCost: { fr: 'Aucun frais ni mois restant dû.', en: 'No fee, and no remaining month due.' },
  terminationFee: { fr: 'Frais de résiliation', en: 'Termination fee' },
  remainingFees: { fr: 'Mois restants jusqu’à la fin de l’engagement', en: 'Remaining months until the end of the commitment' },
  amount: { fr: 'Montant HT', en: 'Amount excl. VAT' },
  totalDue: { fr: 'Coût total HT', en: 'Total cost excl. VAT' },
  feeThatEnds: { fr: 'Abonnement mensuel qui prend fin', en: 'Monthly fee that ends' },
  closedServices: { fr: 'Services fermés à cette date', en: 'Services closed on that day' },
  whatFollows: { fr: 'Ce qui suit', en: 'What follows' },
  startedMonthDue: {
    fr: 'Tout mois commencé est dû : la facturation court jusqu’au {day}.',
    en: 'Every started month is due: billing runs until {day}.',
  },
  mayWithdraw: {
    fr: 'Jusqu’à la veille de l’effet, la résiliation peut être annulée depuis le contrat, dans votre espace.',
    en: 'Until the day before it takes effect, the termination may be withdrawn from the contract, in your space.',
  },
  lastInvoice: {
    fr: 'Une dernière facture pourra porter sur les consommations et sur ces coûts.',
    en: 'A last invoice may follow for usage and these costs.',
  },

  // Sheet of an offer.
  onSaleFrom: { fr: 'Version du {day}', en: 'Version of {day}' },
  leadTime: { fr: 'Mise en service', en: 'Lead time' },
  leadTimeDays: { fr: '{count} jours environ', en: 'about {count} days' },
  severalSites: { fr: 'Un contrat pour plusieurs sites', en: 'One contract over several sites' },
  oneSite: { fr: 'Un contrat par site', en: 'One contract per site' },
  withoutOrWith: { fr: 'Sans, ou {months} mois', en: 'None, or {months} months' },
  youChoose: { fr: 'Ce que vous choisissez', en: 'What you choose' },
  choice: { fr: 'Choix', en: 'Choice' },
  possible: { fr: 'Possibilités', en: 'Possibilities' },
  fromTo: { fr: 'De {from} à {to}', en: 'From {from} to {to}' },
  byStep: { fr: 'par {step}', en: 'by {step}' },
  optional: { fr: 'facultatif', en: 'optional' },
  included: { fr: 'Ce qui vous est livré', en: 'What is delivered' },
  perContract: { fr: '1 par contrat', en: '1 per contract' },
  perSite: { fr: '1 par site', en: '1 per site' },
  perChoice: { fr: 'selon « {choice} »', en: 'as many as “{choice}”' },
  deliveryInSteps: { fr: 'Comment se passe la livraison', en: 'How the delivery goes' },
  whoActs: { fr: 'Qui agit', en: 'Who acts' },
  when: { fr: 'Délai', en: 'Time' },
  afterPrevious: { fr: '+ {days}', en: '+ {days}' },
  sameDay: { fr: 'Le jour même', en: 'The same day' },
  actorCarrier: { fr: 'Nos équipes', en: 'Our teams' },
  actorClient: { fr: 'Vous', en: 'You' },
  actorPartner: { fr: 'Votre partenaire', en: 'Your partner' },
  actorInfrastructure: { fr: 'L’opérateur d’infrastructure', en: 'The infrastructure operator' },
  answerText: { fr: 'Texte', en: 'Text' },
  answerPhone: { fr: 'Numéro de téléphone', en: 'Telephone number' },
  answerEmail: { fr: 'Adresse e-mail', en: 'E-mail address' },
  answerIp: { fr: 'Adresse IP', en: 'IP address' },
  answerDate: { fr: 'Date', en: 'Date' },
  answerFile: { fr: 'Document à joindre', en: 'Document to attach' },
  answerSite: { fr: 'L’un de vos sites', en: 'One of your sites' },
  answerContract: { fr: 'L’un de vos contrats', en: 'One of your contracts' },
  answerYesNo: { fr: 'Oui / Non', en: 'Yes / No' },
  pricesElsewhere: {
    fr: 'Les prix dépendent de vos choix et de votre engagement : l’E-Boutique les calcule au fur et à mesure.',
    en: 'Prices depend on your choices and your commitment: the E-Shop computes them as you go.',
  },
  freeIncoming: {
    fr: 'Chaque canal ou appel commandé donne droit à un appel entrant supplémentaire, sans frais.',
    en: 'Each channel or call ordered comes with one more incoming call, free of charge.',
  },
} as const satisfies Readonly<Record<string, Words>>
