/**
 * What pages show and events tell of, as business nouns: an endpoint that reads declares its topic, an act those it touches, and the server
 * publishes on the same list. Beside each, the path parameter that names one of its objects; null for what is only read as a whole.
 */
export const topics = {
  /** What waits for the person in each module: it is counted from all others. */
  home: null,
  /** The history of operations. */
  activity: null,
  search: null,
  /** Who the person is and what they may do. */
  session: null,
  account: null,
  companies: 'company',
  proposals: 'proposal',
  sites: 'site',
  communes: null,
  contacts: 'contact',
  payments: 'payment',
  issuer: null,
  rights: 'right',
  users: 'login',
  terms: null,
  imports: 'import',
  notifications: 'notification',
  /** Who is told what. */
  'notification-subscriptions': 'contact',
  mails: 'mail',
  catalog: 'offer',
  baskets: null,
  /** How many lines one's baskets hold: told to one's other windows too. */
  'basket-counts': null,
  'purchase-requests': 'request',
  subscriptions: 'subscription',
  accountcodes: 'accountcode',
  'saved-views': 'view',
  /** Acts on many rows of a list. */
  'bulk-runs': 'run',
  orders: 'order',
} as const satisfies Readonly<Record<string, string | null>>

export type Topic = keyof typeof topics
