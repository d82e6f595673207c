import type { DocumentRenderer } from '../../platform/documents/document-renderer.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import type { Route } from '../../platform/http/route.ts'
import { catalogAdminRoutes } from './admin/admin.routes.ts'
import { familyRoutes } from './families/families.routes.ts'
import { offerRoutes } from './offers/offers.routes.ts'
import { resaleRoutes } from './resale/resale.routes.ts'

export const catalogRoutes = (services: { readonly files: FileStore; readonly documents: DocumentRenderer }): Route[] => [
  ...offerRoutes(services),
  ...familyRoutes,
  ...resaleRoutes,
  ...catalogAdminRoutes(services),
]
