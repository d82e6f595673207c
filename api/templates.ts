import * as z from 'zod/mini'
import type { Universe } from './universes.ts'

/**
 * Templates of rights (« Modèles »). A custom right is a set of templates on some sites in one universe; rights add up.
 * Source: product guide, « Gestion des droits ». Labels live in web/messages.
 */
export const templates = [
  'company.write',
  'company.read',
  'billing.read',
  'orders.manage',
  'orders.terminate',
  'services.read',
  'services.configure',
  'services.secrets',
  'conversations.manage',
  'cdr.read',
  'tickets.manage',
  'equipment.read',
  'rio.read',
  'quotes.validate',
  'rights.delegate',
  'carrier.administer',
  'carrier.pilot',
  'carrier.support',
  'carrier.billing',
  'carrier.catalog',
  'carrier.network',
] as const
export type Template = (typeof templates)[number]
export const templateSchema = z.enum(templates)

const staff = templates.filter((template) => template.startsWith('carrier.'))
const customer = templates.filter((template) => !template.startsWith('carrier.'))

/** Templates that a right of this universe may hold. */
export const templatesOf = (universe: Universe): readonly Template[] =>
  universe === 'carrier' ? [...staff, 'company.write', 'company.read', 'rights.delegate'] : customer

/** Templates of the main right « Univers … »: all those of the universe, without delegation. */
export const mainTemplatesOf = (universe: Universe): readonly Template[] =>
  templatesOf(universe).filter((template) => template !== 'rights.delegate')

const implied: Readonly<Partial<Record<Template, readonly Template[]>>> = {
  'company.write': ['company.read'],
  'services.configure': ['services.read'],
  'carrier.administer': ['company.write', 'company.read'],
  'carrier.pilot': ['company.read'],
  'carrier.support': ['company.read'],
  'carrier.billing': ['company.read'],
  'carrier.catalog': ['company.read'],
  'carrier.network': ['company.read'],
}

/** The template itself and every template whose holder also holds it. */
export const templatesThatGrant = (template: Template): readonly Template[] =>
  templates.filter((other) => other === template || implied[other]?.includes(template))
