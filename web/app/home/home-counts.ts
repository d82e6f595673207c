import { useQuery } from '@tanstack/react-query'
import { type HomeCount, readHome } from '#api/home/home'
import { read } from '../../platform/reading/read.ts'
import { useUniverse } from '../../platform/session.ts'

/** The menu's entry where each thing that waits is found. */
const entryOf: Readonly<Record<HomeCount['of'], string>> = {
  users: 'my-users',
  company: 'my-company',
  orders: 'orders',
  basket: 'basket',
  requests: 'purchase-requests',
  delivery: 'delivery',
  proposals: 'proposals',
  mails: 'mails',
  imports: 'imports',
}

/** What waits for the person, by key of the menu's entries: the same number in the menu and on the home page. */
export const useHomeCounts = (): ReadonlyMap<string, HomeCount> => {
  const universe = useUniverse()
  const counts = useQuery({ ...read(readHome, { params: { universe }, silent: true }), staleTime: 30_000 }).data?.counts ?? []
  return new Map(counts.map((count) => [entryOf[count.of], count]))
}
