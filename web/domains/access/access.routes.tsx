import { createRoute } from '@tanstack/react-router'
import { lazy } from 'react'
import * as m from '#messages/shell'
import { registerCompanySection } from '../../app/company/company-sections.ts'
import { lazyPage } from '../../app/lazy-page.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'

const list = lazyPage(() => import('./rights-page.tsx'), 'RightsPage')
const create = lazyPage(() => import('./create-right-page.tsx'), 'CreateRightPage')
const detail = lazyPage(() => import('./right-page.tsx'), 'RightPage')
const edit = lazyPage(() => import('./edit-right-page.tsx'), 'EditRightPage')

registerCompanySection({
  key: 'rights',
  title: m.entry_rights,
  Section: lazy(async () => ({ default: (await import('./rights-section.tsx')).RightsSection })),
  anyOf: ['company.read'],
})

/** The rights of one's own company, and the same pages for a client's. */
export const accessRoutes = (universe: UniverseRoute) =>
  [
    createRoute({ getParentRoute: () => universe, path: 'entreprise/droits', component: list }),
    createRoute({ getParentRoute: () => universe, path: 'entreprise/droits/nouveau', component: create }),
    createRoute({ getParentRoute: () => universe, path: 'entreprise/droits/$right', component: detail }),
    createRoute({ getParentRoute: () => universe, path: 'entreprise/droits/$right/modifier', component: edit }),
    createRoute({ getParentRoute: () => universe, path: 'entreprise/clients/$company/droits', component: list }),
    createRoute({ getParentRoute: () => universe, path: 'entreprise/clients/$company/droits/nouveau', component: create }),
    createRoute({ getParentRoute: () => universe, path: 'entreprise/clients/$company/droits/$right', component: detail }),
    createRoute({ getParentRoute: () => universe, path: 'entreprise/clients/$company/droits/$right/modifier', component: edit }),
  ] as const
