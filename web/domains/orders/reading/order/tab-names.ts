/** The parts of an order's page, as its address names them. */
export const orderTabs = ['overview', 'content', 'documents'] as const
export type OrderTab = (typeof orderTabs)[number]
