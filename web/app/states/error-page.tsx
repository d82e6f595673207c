import { Button, Code, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import * as common from '#messages/common'
import * as m from '#messages/shell'
import { isProblem, problemMessage } from '../../platform/problem.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotFoundPage } from './not-found-page.tsx'

/** A chunk that no longer exists on the server: the portal was updated while this tab stayed open. */
const isStale = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|module script failed|preload/i.test(error.message)

export const ErrorPage = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter()
  const queries = useQueryErrorResetBoundary()
  if (isProblem(error, 'not_found')) return <NotFoundPage inShell />
  const stale = isStale(error)
  const retry = async () => {
    if (stale) return location.reload()
    queries.reset()
    await router.invalidate()
    reset()
  }
  return (
    <div role="alert">
      <EmptyState
        order={1}
        icon={<IconAlertTriangle size={22} stroke={1.6} />}
        title={m.shell_error_title()}
        description={
          <>
            {stale ? m.shell_error_update() : problemMessage(error)}
            {isProblem(error) && error.requestId ? (
              <Text mt="sm" fz="sm" component="p">
                {m.shell_error_report()}
                <br />
                <Code>{error.requestId}</Code>
              </Text>
            ) : null}
          </>
        }
        action={
          <Group justify="center">
            <Button onClick={retry}>{stale ? common.action_reload() : common.action_retry()}</Button>
            <Button variant="default" component="a" href="/">
              {m.shell_go_home()}
            </Button>
          </Group>
        }
      />
    </div>
  )
}
