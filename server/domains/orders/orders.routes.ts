import type { FileStore } from '../../platform/files/file-store.ts'
import type { Route } from '../../platform/http/route.ts'
import { deliveryRoutes } from './delivery/delivery.routes.ts'
import { ordersRoutes } from './reading/orders.routes.ts'

/** Orders, and their delivery by the carrier. */
export const orderRoutes = (tools: { readonly files: FileStore }): Route[] => [...ordersRoutes(tools), ...deliveryRoutes(tools)]
