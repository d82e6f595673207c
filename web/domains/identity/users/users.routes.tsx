import { createRoute } from '@tanstack/react-router'
import { listAllUsers, listUsers } from '#api/identity/users/users'
import * as m from '#messages/shell'
import { companyLinks } from '../../../app/company/company-place.ts'
import { early } from '../../../app/early.ts'
import { lazyPage } from '../../../app/lazy-page.ts'
import { registerSearchKind } from '../../../app/shell/search.ts'
import type { UniverseRoute } from '../../../app/universe-route.tsx'
import { listSearch } from '../../../ui/data-list/list-search.ts'

registerSearchKind('user', {
  label: m.search_kind_access,
  linkOf: (universe, { companyReference, reference }, own) =>
    companyLinks(universe, companyReference, companyReference === own)('user', { login: reference }),
})

const list = lazyPage(() => import('./list/users-page.tsx'), 'UsersPage')
const all = lazyPage(() => import('./list/all-users-page.tsx'), 'AllUsersPage')
const invite = lazyPage(() => import('./invite-user-page.tsx'), 'InviteUserPage')
const detail = lazyPage(() => import('./user-page.tsx'), 'UserPage')
const filters = listSearch(listUsers)
const allFilters = listSearch(listAllUsers)
const listEarly = early(async () => (await import('./users.early.ts')).usersQueries, filters)
const allEarly = early(async () => (await import('./users.early.ts')).allUsersQueries, allFilters)
/** `?contact=` names the contact to invite. */
const invited = (raw: Record<string, unknown>): { contact?: string } => (typeof raw.contact === 'string' ? { contact: raw.contact } : {})

/** « Mes utilisateurs », the same pages for a client's, and the list across companies. */
export const usersRoutes = (universe: UniverseRoute) =>
  [
    createRoute({
      getParentRoute: () => universe,
      path: 'entreprise/utilisateurs',
      validateSearch: filters,
      loader: listEarly,
      component: list,
    }),
    createRoute({ getParentRoute: () => universe, path: 'entreprise/utilisateurs/nouveau', validateSearch: invited, component: invite }),
    createRoute({ getParentRoute: () => universe, path: 'entreprise/utilisateurs/$login', component: detail }),
    createRoute({
      getParentRoute: () => universe,
      path: 'entreprise/tous-les-utilisateurs',
      validateSearch: allFilters,
      loader: allEarly,
      component: all,
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'entreprise/clients/$company/utilisateurs',
      validateSearch: filters,
      loader: listEarly,
      component: list,
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'entreprise/clients/$company/utilisateurs/nouveau',
      validateSearch: invited,
      component: invite,
    }),
    createRoute({ getParentRoute: () => universe, path: 'entreprise/clients/$company/utilisateurs/$login', component: detail }),
  ] as const
