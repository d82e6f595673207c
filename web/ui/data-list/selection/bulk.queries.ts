import { queryOptions } from '@tanstack/react-query'
import { type BulkRun, listBulkRuns, readBulkRun } from '#api/identity/bulk/bulk-runs'
import type { Universe } from '#api/universes'
import { call } from '../../../platform/call.ts'

export const isUnderWay = (run: Pick<BulkRun, 'state'> | undefined): boolean => run?.state === 'queued' || run?.state === 'running'

export const bulkRunQuery = (universe: Universe, run: string) =>
  queryOptions({
    queryKey: ['job_progress', universe, 'one', run],
    queryFn: ({ signal }) => call(readBulkRun, { params: { universe, run }, signal }),
    // Events tell the progress; this covers a stream that is down.
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? 2000 : false),
  })

export const bulkRunsQuery = (universe: Universe, screen: string) =>
  queryOptions({
    queryKey: ['job_progress', universe, 'list', screen],
    queryFn: ({ signal }) => call(listBulkRuns, { params: { universe }, query: { screen }, signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? 5000 : false),
  })
