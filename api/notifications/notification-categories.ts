import * as z from 'zod/mini'
import type { Template } from '../templates.ts'
import type { Universe } from '../universes.ts'

/**
 * What people are told about, in the order of the screens. A category is a bit of the masks below: append only, never reorder.
 * Source: product guide, « S'abonner aux notifications ». Labels live in web/messages (`notification_category_<category>`).
 */
export const notificationCategories = [
  'shop',
  'deliveries',
  'settings',
  'monitoring',
  'tickets',
  'conversations',
  'mobile',
  'billing',
] as const
export type NotificationCategory = (typeof notificationCategories)[number]
export const notificationCategorySchema = z.enum(notificationCategories)

export const notificationChannels = ['interface', 'email'] as const
export type NotificationChannel = (typeof notificationChannels)[number]

/** The bit of a category in a mask of subscriptions. */
export const categoryBit = (category: NotificationCategory): number => 1 << notificationCategories.indexOf(category)

/** The mask of somebody subscribed to everything. */
export const everyCategory: number = (1 << notificationCategories.length) - 1

/** The categories of a mask, in the order of the screens. */
export const categoriesOf = (mask: number): NotificationCategory[] =>
  notificationCategories.filter((category) => (mask & categoryBit(category)) !== 0)

/** The mask of some categories. */
export const maskOf = (categories: readonly NotificationCategory[]): number =>
  categories.reduce((mask, category) => mask | categoryBit(category), 0)

const customerNeeds: Readonly<Record<NotificationCategory, readonly Template[]>> = {
  shop: ['quotes.validate', 'orders.manage'],
  deliveries: ['orders.manage'],
  settings: ['services.read'],
  monitoring: ['services.read'],
  tickets: ['tickets.manage'],
  conversations: ['conversations.manage'],
  mobile: ['rio.read'],
  billing: ['billing.read'],
}

const carrierNeeds: Readonly<Record<NotificationCategory, readonly Template[]>> = {
  shop: ['carrier.pilot', 'carrier.catalog'],
  deliveries: ['carrier.pilot'],
  settings: ['carrier.pilot', 'carrier.support', 'carrier.network'],
  monitoring: ['carrier.support', 'carrier.network'],
  tickets: ['carrier.support'],
  conversations: ['carrier.pilot', 'carrier.support'],
  mobile: ['carrier.support'],
  billing: ['carrier.billing'],
}

/** Any one of these templates opens the objects of a category in a universe: whoever holds none of them is not told. */
export const templatesNeeded = (category: NotificationCategory, universe: Universe): readonly Template[] =>
  universe === 'carrier' ? ['carrier.administer', ...carrierNeeds[category]] : customerNeeds[category]
