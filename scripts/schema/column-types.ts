/** A type of TypeScript and where it is declared, by its names. */
export interface DeclaredType {
  readonly type: string
  readonly from?: Readonly<Record<string, string>>
}

const definition = '#api/catalog/rules/offer-definition'
const values: DeclaredType = { type: 'CharacteristicValues', from: { CharacteristicValues: definition } }
const category: DeclaredType = {
  type: 'NotificationCategory',
  from: { NotificationCategory: '#api/notifications/notification-categories' },
}
const record: DeclaredType = { type: 'Record<string, unknown>' }

/**
 * Columns of which the database says less than the code that writes them: what a JSON holds, and lists of values that are declared in the API and
 * checked by nobody else.
 */
export const columnTypes: Readonly<Record<string, DeclaredType>> = {
  'activity.before': record,
  'activity.after': record,
  'basket_lines.values': values,
  'basket_lines.seen': { type: 'Amounts', from: { Amounts: '#api/shop/baskets/basket-lines' } },
  'effective_rights.grants': {
    type: 'Readonly<Partial<Record<Template, Grant>>>',
    from: { Template: '#api/templates', Grant: '#api/access/grant' },
  },
  'import_rows.errors': { type: 'readonly Fault[]', from: { Fault: '../imports/line.ts' } },
  'import_rows.mended': { type: 'Readonly<Record<string, string>>', from: {} },
  'imports.readings': { type: 'readonly ReadingCount[]', from: { ReadingCount: '../imports/line.ts' } },
  'mails.content': { type: "NonNullable<Mail['content']>", from: { Mail: '#api/notifications/sent-mails/sent-mails' } },
  'notification_events.category': category,
  'notifications.category': category,
  'notification_unsubscriptions.category': category,
  'offer_prices.steps': { type: 'PriceStep[]', from: { PriceStep: definition } },
  'offer_versions.definition': { type: 'OfferDefinition', from: { OfferDefinition: definition } },
  'order_amendments.changes': { type: "Order['amendments'][number]['changes']", from: { Order: '#api/orders/reading/orders' } },
  'orders.values': values,
  'saved_views.screen': { type: "SavedView['screen']", from: { SavedView: '#api/identity/views/saved-views' } },
  'services.kind': { type: 'ServiceKind', from: { ServiceKind: '#api/catalog/rules/service-kinds' } },
  'sites.opening_hours': { type: "NonNullable<Site['openingHours']>", from: { Site: '#api/companies/sites/sites' } },
  'subscription_prices.lines': { type: 'FeeLine[]', from: { FeeLine: '#api/subscriptions/rules/fee-line' } },
  'subscriptions.displayed_state': { type: 'DisplayedState', from: { DisplayedState: '#api/subscriptions/list/subscription-list' } },
  'subscriptions.type_key': { type: 'OrderKind', from: { OrderKind: '#api/subscriptions/rules/operations' } },
  'subscriptions.values': values,
}
