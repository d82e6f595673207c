import { IconUserCircle, IconUserPlus } from '@tabler/icons-react'
import type { listAllUsers, listUsers } from '#api/identity/users/users'
import { clientPages, pages } from '#api/pages'
import * as m from '#messages/shell'
import { companyLinks } from '../../../app/company/company-place.ts'
import { page } from '../../../app/page.ts'
import { registerActions } from '../../../app/palette/actions.ts'
import { registerSearchKind } from '../../../app/palette/search.ts'
import type { UniverseRoute } from '../../../app/universe-route.tsx'
import { addressOf } from '../../../ui/data-list/list-search.ts'

registerSearchKind('user', {
  label: m.search_kind_access,
  icon: IconUserCircle,
  linkOf: (universe, { companyReference, reference }, own) =>
    companyLinks(universe, companyReference, companyReference === own)('user', { login: reference }),
})

registerActions({
  key: 'new-user',
  icon: IconUserPlus,
  label: { fr: 'Nouvel utilisateur', en: 'New user' },
  also: { fr: 'Inviter une personne, créer un accès', en: 'Invite a person, create an access' },
  anyOf: ['company.write'],
  link: (universe) => ({ to: pages.newUser, params: { universe } }),
})

/** `?contact=` names the contact to invite. */
const invited = (raw: Record<string, unknown>): { contact?: string } => (typeof raw.contact === 'string' ? { contact: raw.contact } : {})

const list = { search: addressOf<typeof listUsers>(), load: () => import('./list/users-page.tsx'), name: 'UsersPage' } as const
const invite = { search: invited, load: () => import('./invite-user-page.tsx'), name: 'InviteUserPage' } as const
const detail = { load: () => import('./user-page.tsx'), name: 'UserPage' } as const

/** « Mes utilisateurs », the same pages for a client's, and the list across companies. */
export const usersRoutes = (universe: UniverseRoute) =>
  [
    page(universe, { path: pages.users, ...list }),
    page(universe, { path: pages.newUser, ...invite }),
    page(universe, { path: pages.user, ...detail }),
    page(universe, {
      path: pages.allUsers,
      search: addressOf<typeof listAllUsers>(),
      load: () => import('./list/all-users-page.tsx'),
      name: 'AllUsersPage',
    }),
    page(universe, { path: clientPages.users, ...list }),
    page(universe, { path: clientPages.newUser, ...invite }),
    page(universe, { path: clientPages.user, ...detail }),
  ] as const
