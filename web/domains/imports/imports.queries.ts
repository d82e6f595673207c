import { infiniteQueryOptions } from '@tanstack/react-query'
import { importFiles } from '#api/import-kinds'
import { type Import, listImportErrors, readImport } from '#api/imports/imports'
import { importStateWords } from '#api/imports/words'
import { call } from '../../platform/call.ts'
import { read } from '../../platform/reading/read.ts'
import { keyOf } from '../../platform/reading/reread.ts'
import { words } from '../../platform/words.ts'

const universe = 'carrier'

export const isRunning = (job: Import | undefined): boolean => job?.state === 'checking' || job?.state === 'applying'

export const importQuery = (reference: string) => ({
  ...read(readImport, { params: { universe, import: reference } }),
  // Events tell the progress; this covers a stream that is down.
  refetchInterval: ({ state: { data } }: { readonly state: { readonly data: Import | undefined } }) =>
    isRunning(data) ? 2000 : (false as const),
})

/** Faults of an import, some hundred at a time. */
export const importErrorsQuery = (reference: string, faulty: number) => {
  const params = { universe, import: reference } as const
  return infiniteQueryOptions({
    queryKey: keyOf(listImportErrors, { params, query: { faulty } }),
    initialPageParam: 0,
    queryFn: ({ signal, pageParam }) => call(listImportErrors, { params, query: { after: pageParam }, signal }),
    getNextPageParam: (last) => last.next,
  })
}

export const kindLabel = (kind: Import['kind']): string => words(importFiles[kind].name)

export const stateLabel = (state: Import['state']): string => words(importStateWords[state])
