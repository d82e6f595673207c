import { queryClient } from '../platform/query-client.ts'
import { sessionQuery } from '../platform/session.ts'
import { router } from './router.tsx'

const stageOf = () => {
  const session = queryClient.getQueryData(sessionQuery.queryKey)
  return session && `${session.next} ${session.universes.map(({ universe }) => universe).join(' ')}`
}

/**
 * A session may change under an open page: a second factor is asked from now on, a universe is gone. The routes are asked again, and lead to
 * what the person has to do. Signed out is not one of these: the person signs in again over the page.
 */
export const followSession = (): void => {
  let known = stageOf()
  queryClient.getQueryCache().subscribe(({ query }) => {
    if (query.queryKey[0] !== sessionQuery.queryKey[0]) return
    const stage = stageOf()
    if (stage === known) return
    const isOpen = known?.startsWith('complete') && stage
    known = stage
    if (isOpen) void router.invalidate()
  })
}
