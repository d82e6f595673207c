import { IconBuildingPlus } from '@tabler/icons-react'
import { lazy } from 'react'
import type { listClients } from '#api/companies/portfolio/clients'
import type { listPendingProposals } from '#api/companies/portfolio/proposals'
import { pages } from '#api/pages'
import * as m from '#messages/shell'
import { registerCompanySection } from '../../../app/company/company-sections.ts'
import { page } from '../../../app/page.ts'
import { registerActions } from '../../../app/palette/actions.ts'
import type { UniverseRoute } from '../../../app/universe-route.tsx'
import { addressOf } from '../../../ui/data-list/list-search.ts'

registerCompanySection({
  key: 'proposals',
  title: m.entry_proposals,
  Section: lazy(async () => ({ default: (await import('./proposals/proposals-section.tsx')).ProposalsSection })),
  anyOf: ['company.read'],
  tab: 'changes',
})
registerCompanySection({
  key: 'standing',
  title: m.entry_standing,
  Section: lazy(async () => ({ default: (await import('./standing/standing-card.tsx')).StandingCard })),
  anyOf: ['company.read'],
  universes: ['carrier'],
  tab: 'overview',
  only: 'others',
})

registerActions({
  key: 'new-client',
  icon: IconBuildingPlus,
  label: { fr: 'Nouveau client', en: 'New client' },
  also: { fr: 'Créer, ajouter une société', en: 'Create, add a company' },
  anyOf: ['company.write'],
  everywhere: true,
  universes: ['ambassador', 'operator', 'carrier'],
  link: (universe) => ({ to: pages.newClient, params: { universe } }),
})

export const portfolioRoutes = (universe: UniverseRoute) =>
  [
    page(universe, {
      path: pages.clients,
      search: addressOf<typeof listClients>(),
      load: () => import('./clients-page.tsx'),
      name: 'ClientsPage',
    }),
    page(universe, { path: pages.newClient, load: () => import('./create-client-page.tsx'), name: 'CreateClientPage' }),
    page(universe, {
      path: pages.standing,
      load: () => import('./standing/standing-page.tsx'),
      name: 'StandingPage',
    }),
    page(universe, {
      path: pages.proposals,
      search: addressOf<typeof listPendingProposals>(),
      load: () => import('./proposals/proposal-queue-page.tsx'),
      name: 'ProposalQueuePage',
    }),
  ] as const
