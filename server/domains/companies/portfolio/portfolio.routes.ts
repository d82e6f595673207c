import type { Route } from '../../../platform/http/route.ts'
import { clientListRoutes } from './list/list.routes.ts'
import { partnerRoutes } from './partner/partner.routes.ts'
import { proposalRoutes } from './proposals/proposals.routes.ts'
import { standingRoutes } from './standing/standing.routes.ts'

export const portfolioRoutes: Route[] = [...clientListRoutes, ...standingRoutes, ...proposalRoutes, ...partnerRoutes]
