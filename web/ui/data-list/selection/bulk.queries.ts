import { type BulkRun, listBulkRuns, readBulkRun } from '#api/identity/bulk/bulk-runs'
import type { Universe } from '#api/universes'
import { read } from '../../../platform/reading/read.ts'

export const isUnderWay = (run: Pick<BulkRun, 'state'> | undefined): boolean => run?.state === 'queued' || run?.state === 'running'

// Events tell the progress; the intervals cover a stream that is down.
export const bulkRunQuery = (universe: Universe, run: string) => {
  const query = read(readBulkRun, { params: { universe, run } })
  return {
    ...query,
    refetchInterval: ({ state }: { state: { data?: BulkRun | undefined } }) => (isUnderWay(state.data) ? 2000 : false),
  } as const
}

export const bulkRunsQuery = (universe: Universe, screen: string) => {
  const query = read(listBulkRuns, { params: { universe }, query: { screen } })
  return {
    ...query,
    refetchInterval: ({ state }: { state: { data?: { items: readonly BulkRun[] } | undefined } }) =>
      state.data?.items.some(isUnderWay) ? 5000 : false,
  } as const
}
