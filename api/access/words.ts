import type { WordsOf } from '../languages.ts'
import type { Template } from '../templates.ts'

/** The modules of the portal that templates open, in the order of the home page. */
export const rightModules = ['company', 'orders', 'services', 'conversations', 'billing', 'support', 'equipment', 'carrier'] as const
export type RightModule = (typeof rightModules)[number]

export const rightModuleWords = {
  company: { fr: 'Entreprise', en: 'Company' },
  orders: { fr: 'Catalogue et E-Boutique', en: 'Catalogue and shop' },
  services: { fr: 'Mes services', en: 'My services' },
  conversations: { fr: 'Messagerie', en: 'Messages' },
  billing: { fr: 'Facturation', en: 'Billing' },
  support: { fr: 'Support', en: 'Support' },
  equipment: { fr: 'Matériels', en: 'Equipment' },
  carrier: { fr: 'Exploitation', en: 'Carrier' },
} as const satisfies WordsOf<RightModule>

export const moduleOf: Readonly<Record<Template, RightModule>> = {
  'company.write': 'company',
  'company.read': 'company',
  'billing.read': 'billing',
  'orders.manage': 'orders',
  'orders.terminate': 'orders',
  'services.read': 'services',
  'services.configure': 'services',
  'services.secrets': 'services',
  'conversations.manage': 'conversations',
  'cdr.read': 'billing',
  'tickets.manage': 'support',
  'equipment.read': 'equipment',
  'rio.read': 'services',
  'quotes.validate': 'orders',
  'rights.delegate': 'company',
  'carrier.administer': 'carrier',
  'carrier.pilot': 'carrier',
  'carrier.support': 'carrier',
  'carrier.billing': 'carrier',
  'carrier.catalog': 'carrier',
  'carrier.network': 'carrier',
}
