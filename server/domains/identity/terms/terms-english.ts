import type { Article } from './articles.ts'

/** Translation for information: the French text prevails. */
export const termsEnglish: readonly Article[] = [
  {
    title: 'Article 1 – Purpose',
    paragraphs: [
      'These terms set the rules for using MyOpenIP, the online space through which the operator lets companies, their partners and its own staff manage companies, rights, contracts, orders, services, invoices and conversations.',
      'They apply to everybody who has a login. They replace neither the general conditions of sale nor the service contracts, which prevail for everything about the services and their price. This is a translation: the French text prevails.',
    ],
  },
  {
    title: 'Article 2 – Definitions',
    paragraphs: [
      '“Operator”: the company that runs the portal. “Company”: the business, association or public body on whose behalf a person uses the portal. “User”: the person to whom a login is given. “Administrator”: the user who manages the accesses of their company. “Partner”: the company that sells or provides the services to another and supports it.',
    ],
  },
  {
    title: 'Article 3 – Access to the portal',
    paragraphs: [
      'The portal is for professional use. A login is personal: it is neither lent nor shared, even within one company.',
      'The administrator decides who may use the portal, for which information and which sites, and withdraws without delay the access of a person who leaves the company or changes duties.',
      'The operator may suspend an access when the security of the portal or of somebody else requires it, and tells the administrator as soon as possible.',
    ],
  },
  {
    title: 'Article 4 – Security of accounts',
    paragraphs: [
      'The user chooses a password used nowhere else and keeps it secret, enables a second factor when the company asks for one, and keeps the backup codes in a safe place.',
      'Any loss, theft or unknown use is reported to the administrator at once. Security messages sent by the portal are to be read; they never ask for a password.',
      'Acts done with an account are deemed to come from its holder as long as nothing abnormal was reported, unless proved otherwise.',
    ],
  },
  {
    title: 'Article 5 – Fair use',
    paragraphs: [
      'The user acts within the rights received, and refrains from trying to read or change the data of others, to get round a protection, to disturb the portal, or to extract its data in bulk by other means than the exports and the programming interface provided.',
      'What is entered is accurate and kept up to date: contact data, addresses of sites, contacts, payment coordinates. The address of a site serves among other things to route emergency calls; the company answers for its accuracy.',
    ],
  },
  {
    title: 'Article 6 – Acts done online',
    paragraphs: [
      'An order, a termination, a validation or a change of settings confirmed in the portal binds the company on whose behalf the user acts, under the conditions shown when it was confirmed.',
      'Each act is dated and written in the history of operations with its author and, when a partner acts for a client, the names of both companies. This history is evidence between the parties, unless proved otherwise.',
    ],
  },
  {
    title: 'Article 7 – Availability',
    paragraphs: [
      'The operator takes reasonable means to keep the portal reachable at all times. It may be interrupted for maintenance, preferably outside working hours and with notice.',
      'An unavailable portal has no effect on the communication services themselves. Urgent requests may then be made through the usual contacts.',
    ],
  },
  {
    title: 'Article 8 – Personal data',
    paragraphs: [
      'The operator processes the identity and professional contact data of users and contacts, their sign-ins and their acts in the portal, to provide and secure the service and to meet its legal duties. The data are neither sold nor used for other purposes.',
      'They are accessible to the authorised people of the company, of its partner and of the operator, within their rights. They are kept during the relation, then for the periods that the law requires.',
      'Anybody may ask to access, correct, erase or restrict the processing of their data, through their administrator or the operator, and may complain to the French data protection authority (CNIL).',
    ],
  },
  {
    title: 'Article 9 – Ownership and confidentiality',
    paragraphs: [
      'The portal, its brand and its documentation remain the property of their owners; access gives only their use. The data entered by a company remain its own: it can export them at any time with the tools provided.',
      'Prices, commercial conditions, invoices and technical information seen in the portal are confidential. This duty lasts three years after the end of the access.',
    ],
  },
  {
    title: 'Article 10 – Liability',
    paragraphs: [
      'Each party answers for the direct and foreseeable damage caused by its breach of these terms. The operator does not answer for the consequences of an access left to an unauthorised person, of inaccurate information entered by the company, or of equipment it does not provide.',
      'Nothing limits the liability of a party for gross negligence, wilful misconduct or bodily injury.',
    ],
  },
  {
    title: 'Article 11 – Changes, duration and law',
    paragraphs: [
      'These terms apply from their acceptance and as long as the user has an access. A new version is submitted for acceptance before any other action; the versions accepted, their date and the address of connection are kept.',
      'French law applies. Failing an amicable settlement, the courts of the seat of the operator have jurisdiction between professionals.',
    ],
  },
]
