import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import * as common from '#messages/common'
import { isProblem, problemMessage } from '../../platform/problem.ts'
import { queryClient } from '../../platform/query-client.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotFoundPage } from './not-found-page.tsx'

/** The object of the page did not come: it is not there for this person, or the call failed and can be tried again. */
export const PageProblem = ({ error }: { readonly error: unknown }) => {
  const router = useRouter()
  if (isProblem(error, 'not_found') || isProblem(error, 'forbidden')) return <NotFoundPage inShell />
  const retry = async () => {
    await queryClient.resetQueries({ predicate: (query) => query.state.status === 'error' })
    await router.invalidate()
  }
  return (
    <div role="alert">
      <EmptyState
        order={1}
        icon={<IconAlertTriangle size={22} stroke={1.6} />}
        title={problemMessage(error)}
        action={<Button onClick={retry}>{common.action_retry()}</Button>}
      />
    </div>
  )
}
