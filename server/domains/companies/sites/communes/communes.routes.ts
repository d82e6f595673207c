import { findCommunes } from '#api/companies/sites/communes'
import { type Route, sessionRoute } from '../../../../platform/http/route.ts'
import { communes } from './commune-index.ts'

export const communeRoutes: Route[] = [
  sessionRoute(findCommunes, (_ctx, { query }) => ({
    items: communes()
      .find(query.q ?? '', query.postcode)
      .map((commune) => ({ ...commune })),
  })),
]
