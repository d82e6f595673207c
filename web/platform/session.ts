import { queryOptions, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Endpoint } from '#api/endpoint'
import { readSession, type Session } from '#api/identity/sign-in/session'
import { type Template, templatesThatGrant } from '#api/templates'
import { type Universe, universes } from '#api/universes'
import { call } from './call.ts'
import { isProblem } from './problem.ts'
import { keyOf } from './reading/reread.ts'

const sessionKey = keyOf(readSession)

/** The caller's session, or null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  staleTime: 300_000,
  queryFn: async ({ client, signal }): Promise<Session | null> => {
    // Read again while a page is open and found over: the person signs in again over the page, which keeps its session meanwhile.
    const isOpen = client.getQueryData<Session | null>(sessionKey)?.next === 'complete'
    // The server marks browsers that were given a session: the others have nothing to ask for.
    if (!isOpen && !/(?:^|; )signed-in=/.test(document.cookie)) return null
    try {
      return await call(readSession, { signal, silent: !isOpen })
    } catch (error) {
      if (isOpen) throw error
      if (isProblem(error, 'unauthenticated')) return null
      throw error
    }
  },
})

export const useOptionalSession = (): Session | null => useQuery(sessionQuery).data ?? null

/** The session of the signed-in person; for pages under the universe route, where there always is one. */
export const useSession = (): Session => {
  const session = useOptionalSession()
  if (!session) throw new Error('No session outside the signed-in pages.')
  return session
}

export const isUniverse = (value: unknown): value is Universe => universes.some((universe) => universe === value)

/** The universe of the address; for pages under the universe route. */
export const useUniverse = (): Universe => {
  const { universe } = useParams({ strict: false })
  if (!isUniverse(universe)) throw new Error('No universe in this address.')
  return universe
}

/** Whether the session holds a template in a universe: on one site when told, on any otherwise; `all` = on every site. */
export const sessionHolds = (session: Session, universe: Universe, template: Template, site?: string): boolean => {
  const grants = session.universes.find((one) => one.universe === universe)?.grants
  return templatesThatGrant(template).some((one) => {
    const grant = grants?.[one]
    if (grant === undefined) return false
    return grant === 'all' || (site === undefined ? grant.length > 0 : grant.includes(site))
  })
}

/** May the session ask this of the API? At least one of the rights that the endpoint declares. */
export const mayCall = (session: Session, universe: Universe, { right }: Pick<Endpoint, 'right'>): boolean =>
  typeof right === 'object' &&
  right.universes.includes(universe) &&
  (right.anyOf === null || right.anyOf.some((template) => sessionHolds(session, universe, template)))

/** `holds(template, site?)` of the current person in the current universe. For menus; buttons read the answer's `abilities`. */
export const useHolds = (): ((template: Template, site?: string) => boolean) => {
  const session = useSession()
  const universe = useUniverse()
  return (template, site) => sessionHolds(session, universe, template, site)
}
