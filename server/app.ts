import type { FastifyInstance } from 'fastify'
import { portalBulkActs } from './bulk-acts.ts'
import { accessRoutes } from './domains/access/rights.routes.ts'
import { mintScope } from './domains/access/scope.ts'
import { activityRoutes } from './domains/activity/activity.routes.ts'
import { catalogRoutes } from './domains/catalog/catalog.routes.ts'
import { companyRoutes } from './domains/companies/company/company.routes.ts'
import { contactsRoutes } from './domains/companies/contacts/contacts.routes.ts'
import { issuerRoutes } from './domains/companies/issuer/issuer.routes.ts'
import { paymentRoutes } from './domains/companies/payment/payment.routes.ts'
import { portfolioRoutes } from './domains/companies/portfolio/portfolio.routes.ts'
import { communeRoutes } from './domains/companies/sites/communes/communes.routes.ts'
import { sitesRoutes } from './domains/companies/sites/sites.routes.ts'
import { homeRoutes } from './domains/home/home.routes.ts'
import { bulkRunRoutes } from './domains/identity/bulk/bulk-runs.routes.ts'
import { clientRoutes } from './domains/identity/clients/clients.routes.ts'
import { eventRoutes } from './domains/identity/events.routes.ts'
import { identityRoutes } from './domains/identity/identity.routes.ts'
import { resolveSession } from './domains/identity/resolve-session.ts'
import { sessionToucher } from './domains/identity/sign-in/touch-session.ts'
import { userRoutes } from './domains/identity/users/users.routes.ts'
import { viewAsRoutes } from './domains/identity/view-as/view-as.routes.ts'
import { savedViewRoutes } from './domains/identity/views/views.routes.ts'
import { importRoutes } from './domains/imports/imports.routes.ts'
import { announceIdentity } from './domains/notifications/company-events.ts'
import { notificationRoutes } from './domains/notifications/notifications.routes.ts'
import { contractRoutes } from './domains/orders/contract/contract.routes.ts'
import { placingRoutes } from './domains/orders/life/placing/placing.routes.ts'
import { orderRoutes } from './domains/orders/orders.routes.ts'
import { terminationRoutes } from './domains/orders/termination/termination.routes.ts'
import { keptRoutes } from './domains/search/kept.routes.ts'
import { searchRoutes } from './domains/search/search.routes.ts'
import { commerceSearchRoutes } from './domains/search/search-commerce.ts'
import { shopRoutes } from './domains/shop/shop.routes.ts'
import { accountcodeRoutes } from './domains/subscriptions/accountcodes/accountcodes.routes.ts'
import { subscriptionListRoutes } from './domains/subscriptions/list/list.routes.ts'
import { portalEventKinds } from './event-kinds.ts'
import { bulkRoutes } from './platform/bulk/bulk-routes.ts'
import type { Store } from './platform/db/store.ts'
import { buildKernel } from './platform/http/kernel.ts'
import type { Route } from './platform/http/route.ts'
import type { Tools } from './tools.ts'

/** Every route of the portal: the only list of the domains' routes. */
export const portalRoutes = (tools: Tools): Route[] => [
  ...activityRoutes,
  ...identityRoutes(tools),
  ...searchRoutes,
  ...keptRoutes,
  ...commerceSearchRoutes,
  ...homeRoutes,
  ...accessRoutes,
  ...userRoutes,
  ...companyRoutes(announceIdentity),
  ...sitesRoutes,
  ...contactsRoutes,
  ...paymentRoutes(tools),
  ...communeRoutes,
  ...portfolioRoutes(announceIdentity),
  ...clientRoutes,
  ...importRoutes,
  ...viewAsRoutes,
  ...eventRoutes(tools.streams),
  ...issuerRoutes(tools.secrets),
  ...notificationRoutes(tools, portalEventKinds),
  ...shopRoutes(tools),
  ...subscriptionListRoutes,
  ...accountcodeRoutes,
  ...savedViewRoutes,
  ...bulkRoutes(portalBulkActs),
  ...bulkRunRoutes,
  ...contractRoutes(tools),
  ...terminationRoutes(tools),
  ...catalogRoutes(tools),
  ...orderRoutes(tools),
  ...placingRoutes,
]

export interface AppOptions extends Tools {
  readonly store: Store
  readonly trustedProxies: readonly string[]
  readonly checkAnswers: boolean
}

/** The portal's API on a kernel, not yet listening. */
export const buildApp = (options: AppOptions): Promise<FastifyInstance> =>
  buildKernel({
    ...options,
    routes: portalRoutes(options),
    mintScope,
    resolveSession,
    touchSession: sessionToucher(options.store, options.logger),
  })
