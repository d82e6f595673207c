import type { FileStore } from '../../platform/files/file-store.ts'
import type { Route } from '../../platform/http/route.ts'
import { offerRoutes } from './offers/offers.routes.ts'

export const catalogRoutes = (services: { readonly files: FileStore }): Route[] => [...offerRoutes(services)]
