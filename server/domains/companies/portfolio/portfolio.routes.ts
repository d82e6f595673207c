import type { Route } from '../../../platform/http/route.ts'
import { listRoutes } from './list/list.routes.ts'
import { partnerRoutes } from './partner/partner.routes.ts'
import { proposalRoutes } from './proposals/proposals.routes.ts'
import { standingRoutes } from './standing/standing.routes.ts'

export const portfolioRoutes: Route[] = [...listRoutes, ...standingRoutes, ...proposalRoutes, ...partnerRoutes]
