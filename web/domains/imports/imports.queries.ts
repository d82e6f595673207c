import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Import, listImportErrors, listImports, readImport } from '#api/imports/imports'
import { importKindWords, importStateWords } from '#api/imports/words'
import { call } from '../../platform/call.ts'
import { queryClient } from '../../platform/query-client.ts'
import { words } from '../../platform/words.ts'
import type { ListSearch } from '../../ui/data-list/list-search.ts'
import type { StateTone } from '../../ui/state-badge.tsx'

const params = { universe: 'carrier' as const }

export const importsQuery = (search: ListSearch<typeof listImports>) =>
  queryOptions({
    queryKey: ['imports', 'list', search],
    queryFn: ({ signal }) => call(listImports, { params, query: search, signal }),
    placeholderData: keepPreviousData,
  })

export const isRunning = (job: Import | undefined): boolean => job?.state === 'checking' || job?.state === 'applying'

export const importQuery = (reference: string) =>
  queryOptions({
    queryKey: ['imports', reference],
    queryFn: ({ signal }) => call(readImport, { params: { ...params, import: reference }, signal }),
    // Events tell the progress; this covers a stream that is down.
    refetchInterval: ({ state }) => (isRunning(state.data) ? 2000 : false),
  })

export const importErrorsQuery = (reference: string, faulty: number) =>
  infiniteQueryOptions({
    queryKey: ['imports', reference, 'errors', faulty],
    initialPageParam: 0,
    queryFn: ({ signal, pageParam }) =>
      call(listImportErrors, { params: { ...params, import: reference }, query: { after: pageParam }, signal }),
    getNextPageParam: (last) => last.next,
  })

export const refreshImports = (): Promise<unknown> => queryClient.invalidateQueries({ queryKey: ['imports'] })

export const kindLabel = (kind: Import['kind']): string => words(importKindWords[kind])

export const stateLabel = (state: Import['state']): string => words(importStateWords[state])

export const stateTones: Readonly<Record<Import['state'], StateTone>> = {
  checking: 'info',
  checked: 'warning',
  applying: 'info',
  done: 'success',
  cancelled: 'neutral',
}
