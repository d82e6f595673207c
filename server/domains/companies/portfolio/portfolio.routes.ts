import type { Route } from '../../../platform/http/route.ts'
import type { AnnounceIdentity } from '../company/identity-change.ts'
import { clientListRoutes } from './list/list.routes.ts'
import { partnerRoutes } from './partner/partner.routes.ts'
import { contestRoute } from './proposals/contest-change.ts'
import { proposalRoutes } from './proposals/proposals.routes.ts'
import { standingRoutes } from './standing/standing.routes.ts'

export const portfolioRoutes = (announce: AnnounceIdentity): Route[] => [
  ...clientListRoutes,
  ...standingRoutes,
  ...proposalRoutes,
  contestRoute(announce),
  ...partnerRoutes,
]
