/** The business in the order in which it builds upon itself, with what each part of the API is about: the tags of its reference. */
export const domains = {
  activity: 'The history of operations: who did what, when, on whose behalf, and what it changed.',
  companies: 'Companies, their sites, contacts and payment details; the portfolio of a partner; the settings of the issuer.',
  access: 'Rights: what people may do in a universe, on which sites, and why.',
  identity: 'Signing in, sessions, second factors, one’s own account; the people with access to the portal.',
  imports: 'Files that create and update many things at once, checked before anything changes.',
  notifications: 'Who is told what and where: the bell, mails, subscriptions.',
  catalog: 'Offers, their versions, forms and prices; families, price lists, resale prices.',
  shop: 'The basket: what is asked for, what it costs, what is still missing; requests of an operator’s clients.',
  subscriptions: 'Contracted offers as a list, their accountcodes, views kept of lists.',
  orders: 'Orders, their validation, delivery and documents; a contract with all its operations; termination.',
  search: 'Finding things by reference, name or number.',
  home: 'What waits for the caller.',
} as const
export type Domain = keyof typeof domains
