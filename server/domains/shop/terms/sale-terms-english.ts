import type { Article } from '../../identity/terms/articles.ts'

/** A courtesy translation: the French text prevails. */
export const saleTermsEnglish: readonly Article[] = [
  {
    title: 'Article 1 – Purpose',
    paragraphs: [
      'These terms apply to every order of electronic communications services, hosting, equipment and work that a business places with the operator, directly or through its partner. This translation is for convenience: the French text prevails.',
      'The sheet of each offer completes them: characteristics, prices, commitment, notice and lead time. Where they differ, the sheet accepted with the order prevails.',
    ],
  },
  {
    title: 'Article 2 – Orders',
    paragraphs: [
      'An order is placed online by a person whom the company gave the right to. It is firm once validated: by the client itself, or by the wholesale operator who pays for the services.',
      "An order entered for a client by its partner or by the operator's staff takes effect only once the client validated it online. The version of these terms, the date, the person's name and IP address are kept.",
      'An order may be cancelled free of charge until delivery begins. The operator may refuse an order when the financial state of the client or of the payer justifies it, or declare the delivery impossible and say why.',
    ],
  },
  {
    title: 'Article 3 – Delivery',
    paragraphs: [
      'Announced lead times run from the validation of the order. They suppose access to the premises, the on-site contact being available and correct information.',
      'A delivery note records the delivery. Its date starts billing and the commitment.',
    ],
  },
  {
    title: 'Article 4 – Prices and billing',
    paragraphs: [
      'Prices are without VAT. One-off fees are billed on delivery; monthly fees each month, the first one for the days left of the month, the day of delivery included.',
      'Usage is billed according to the plan of the offer. A price that changes between the basket and the order is told before any validation and never charged without consent.',
      'Invoices are due on the day they state. Late payment entails, without notice, penalties at the refinancing rate of the European Central Bank plus ten points and the fixed recovery indemnity of forty euros of the French commercial code.',
    ],
  },
  {
    title: 'Article 5 – Duration and commitment',
    paragraphs: [
      'Unless told otherwise, a contract has no fixed end, with the commitment chosen when ordering, counted from the delivery.',
      'A microenterprise, a small enterprise or a non-profit body commits itself for more than twenty-four months only if it expressly agrees.',
      'An addition to a running contract has its own commitment, if any; it does not extend that of the contract.',
    ],
  },
  {
    title: 'Article 6 – Termination',
    paragraphs: [
      'Each contract is terminated online or by registered letter, with the notice that the offer states. Every started period is due.',
      'Before the end of the commitment, the remaining fees are due in the share that the offer states. The cost is shown before confirmation, and a termination may be withdrawn until its effective day.',
    ],
  },
  {
    title: "Article 7 – The client's duties",
    paragraphs: [
      'The client gives correct information, in particular the addresses of its sites, which emergency calls depend on, and keeps it up to date. It protects its equipment, its accounts and its credentials.',
      'It refrains from any fraudulent or unlawful use and from disturbing networks. Calls made with its credentials are charged to it, unless the operator is at fault.',
    ],
  },
  {
    title: 'Article 8 – Quality of service and liability',
    paragraphs: [
      'The operator is bound to use its best endeavours. Guaranteed repair times are those of the offer; the penalties that it states are the fixed compensation.',
      'The operator answers neither for indirect damage nor for the consequences of force majeure, of a failure of a third-party network or of an act of the client.',
    ],
  },
  {
    title: 'Article 9 – Numbers and portability',
    paragraphs: [
      'Numbers are assigned according to the numbering plan. The client keeps its numbers when it changes operators, with its operator identity statement (RIO); porting a number out terminates the line, without prejudice to the commitment.',
    ],
  },
  {
    title: 'Article 10 – Data and governing law',
    paragraphs: [
      'The data that the contract needs is processed as the terms of use of the portal state, and kept as long as the law requires.',
      "The contract is governed by French law. Failing an amicable settlement, the courts of the operator's registered office have jurisdiction.",
    ],
  },
]
