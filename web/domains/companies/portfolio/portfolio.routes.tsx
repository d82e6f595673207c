import { createRoute } from '@tanstack/react-router'
import { lazy } from 'react'
import { listClients } from '#api/companies/portfolio/clients'
import { listPendingProposals } from '#api/companies/portfolio/proposals'
import * as m from '#messages/shell'
import { registerCompanySection } from '../../../app/company/company-sections.ts'
import { early } from '../../../app/early.ts'
import { lazyPage } from '../../../app/lazy-page.ts'
import type { UniverseRoute } from '../../../app/universe-route.tsx'
import { listSearch } from '../../../ui/data-list/list-search.ts'

registerCompanySection({
  key: 'proposals',
  title: m.entry_proposals,
  Section: lazy(async () => ({ default: (await import('./proposals/proposals-section.tsx')).ProposalsSection })),
  anyOf: ['company.read'],
  universes: ['client', 'ambassador', 'operator'],
})
registerCompanySection({
  key: 'standing',
  title: m.entry_standing,
  Section: lazy(async () => ({ default: (await import('./standing/standing-card.tsx')).StandingCard })),
  anyOf: ['company.read'],
  universes: ['carrier'],
  aside: true,
  only: 'others',
})

const clientFilters = listSearch(listClients)
const proposalFilters = listSearch(listPendingProposals)
const clientsEarly = early(async () => (await import('./portfolio.early.ts')).clientsQueries, clientFilters)
const proposalsEarly = early(async () => (await import('./portfolio.early.ts')).proposalQueueQueries, proposalFilters)

export const portfolioRoutes = (universe: UniverseRoute) =>
  [
    createRoute({
      getParentRoute: () => universe,
      path: 'entreprise/clients',
      validateSearch: clientFilters,
      loader: clientsEarly,
      component: lazyPage(() => import('./clients-page.tsx'), 'ClientsPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'entreprise/clients/nouveau',
      component: lazyPage(() => import('./create-client-page.tsx'), 'CreateClientPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'entreprise/clients/$company/gestion',
      component: lazyPage(() => import('./standing/standing-page.tsx'), 'StandingPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'entreprise/propositions',
      validateSearch: proposalFilters,
      loader: proposalsEarly,
      component: lazyPage(() => import('./proposals/proposal-queue-page.tsx'), 'ProposalQueuePage'),
    }),
  ] as const
