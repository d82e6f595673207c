import { IconShieldPlus } from '@tabler/icons-react'
import { lazy } from 'react'
import { clientPages, pages } from '#api/pages'
import * as m from '#messages/shell'
import { registerCompanySection } from '../../app/company/company-sections.ts'
import { page } from '../../app/page.ts'
import { registerActions } from '../../app/palette/actions.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'

const list = { load: () => import('./rights-page.tsx'), name: 'RightsPage' } as const
const create = { load: () => import('./create-right-page.tsx'), name: 'CreateRightPage' } as const
const detail = { load: () => import('./right-page.tsx'), name: 'RightPage' } as const
const edit = { load: () => import('./edit-right-page.tsx'), name: 'EditRightPage' } as const

registerCompanySection({
  key: 'rights',
  title: m.entry_rights,
  Section: lazy(async () => ({ default: (await import('./rights-section.tsx')).RightsSection })),
  anyOf: ['company.read'],
  tab: 'rights',
})

registerActions({
  key: 'new-right',
  icon: IconShieldPlus,
  label: { fr: 'Créer un droit personnalisé', en: 'Create a custom right' },
  also: { fr: 'Nouveau droit, modèles, déléguer', en: 'New right, templates, delegate' },
  anyOf: ['rights.delegate', 'carrier.administer'],
  link: (universe) => ({ to: pages.newRight, params: { universe } }),
})

/** The rights of one's own company, and the same pages for a client's. */
export const accessRoutes = (universe: UniverseRoute) =>
  [
    page(universe, { path: pages.rights, ...list }),
    page(universe, { path: pages.newRight, ...create }),
    page(universe, { path: pages.right, ...detail }),
    page(universe, { path: pages.editRight, ...edit }),
    page(universe, { path: clientPages.rights, ...list }),
    page(universe, { path: clientPages.newRight, ...create }),
    page(universe, { path: clientPages.right, ...detail }),
    page(universe, { path: clientPages.editRight, ...edit }),
  ] as const
