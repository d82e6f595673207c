import { Button, Loader, Stack } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import * as common from '#messages/common'
import { isProblem } from '../../../platform/problem.ts'
import { FormProblem } from '../../../ui/form-problem.tsx'

export interface AccountLoadProps<T> {
  readonly query: UseQueryResult<T>
  readonly children: (data: T) => ReactNode
}

/** What a query answered, or why it did not and a way to ask again. */
export const AccountLoad = <T,>({ query, children }: AccountLoadProps<T>) => {
  if (query.data !== undefined) return children(query.data)
  if (!query.isError) return <Loader size="sm" aria-label={common.common_loading()} />
  return (
    <Stack gap="sm" align="flex-start">
      <FormProblem problem={isProblem(query.error) ? query.error : null} />
      <Button variant="default" onClick={() => query.refetch()}>
        {common.action_retry()}
      </Button>
    </Stack>
  )
}
