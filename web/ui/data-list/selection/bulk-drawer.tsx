import { Alert, Button, Drawer, Group, Progress, Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconCircleX, IconClock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Endpoint } from '#api/endpoint'
import { cancelBulkRun, retryBulkRun } from '#api/identity/bulk/bulk-runs'
import type { ProblemCode } from '#api/problems'
import * as m from '#messages/lists'
import { call } from '../../../platform/call.ts'
import { fieldMessage } from '../../../platform/field-message.ts'
import { Problem, problemMessage } from '../../../platform/problem.ts'
import { useUniverse } from '../../../platform/session.ts'
import { notifyProblem } from '../../notify.tsx'
import { bulkRunQuery, isUnderWay } from './bulk.queries.ts'
import classes from './selection.module.css'

const icons = { waiting: IconClock, done: IconCircleCheck, refused: IconCircleX } as const

const reasonOf = (code: string, field: string | null): string =>
  code === 'validation_failed' && field ? fieldMessage(field) : problemMessage(new Problem({ code: code as ProblemCode, status: 422 }))

interface BulkDrawerProps {
  readonly run: string
  /** How the page calls an act. */
  readonly labelOf: (act: string) => string
  /** The list has to be read again: rows changed. */
  readonly onProgress: () => void
  readonly onClose: () => void
}

/** How an act on many rows goes, and what became of each: it goes on without this window, and may be found again. */
export const BulkDrawer = ({ run, labelOf, onProgress, onClose }: BulkDrawerProps) => {
  const universe = useUniverse()
  const { data, error } = useQuery(bulkRunQuery(universe, run))
  const title = data ? labelOf(data.act) : m.lists_runs()
  const treated = data ? data.done + data.refused : 0
  const told = useRef(0)
  useEffect(() => {
    if (treated === told.current) return
    told.current = treated
    onProgress()
  }, [treated, onProgress])
  const ask = async (endpoint: Endpoint) => {
    try {
      await call(endpoint, { params: { universe, run } } as never)
    } catch (problem) {
      notifyProblem(problem)
    }
  }
  const share = data?.total ? (100 * treated) / data.total : 0
  const state = () => {
    if (!data) return null
    if (isUnderWay(data)) return data.total === null ? m.lists_run_counting() : m.lists_run_progress({ done: treated, total: data.total })
    if (data.state === 'failed') return m.lists_run_failed({ reason: reasonOf(data.message ?? 'internal_error', null) })
    if (data.state === 'cancelled') return m.lists_run_cancelled({ done: treated, total: data.total ?? treated })
    return data.refused === 0 ? m.lists_run_done({ count: data.done }) : m.lists_run_partly({ done: data.done, refused: data.refused })
  }
  return (
    <Drawer opened onClose={onClose} position="right" size={436} title={title}>
      <Stack gap="md">
        {error ? <Alert color="red">{problemMessage(error)}</Alert> : null}
        {data ? (
          <div role="status">
            <Progress value={isUnderWay(data) && data.total === null ? 100 : share} animated={isUnderWay(data)} aria-label={title} />
            <Text mt="xs" fw={600}>
              {state()}
            </Text>
          </div>
        ) : null}
        {isUnderWay(data) ? (
          <Text fz="sm" c="dimmed">
            {m.lists_run_goes_on()}
          </Text>
        ) : null}
        <Group gap="xs">
          {data?.abilities.retry ? <Button onClick={() => void ask(retryBulkRun)}>{m.lists_run_retry()}</Button> : null}
          {data?.abilities.cancel ? (
            <Button variant="default" onClick={() => void ask(cancelBulkRun)}>
              {m.lists_run_cancel()}
            </Button>
          ) : null}
        </Group>
        <ul className={classes.items} aria-label={m.lists_run_items()}>
          {data?.items.map((item) => {
            const Icon = icons[item.state]
            return (
              <li key={item.key} className={classes.item} data-state={item.state}>
                <Icon size={18} stroke={1.8} aria-hidden />
                <span>
                  {item.label}
                  <small>
                    {item.state === 'refused'
                      ? reasonOf(item.problem ?? 'internal_error', item.field)
                      : item.state === 'done'
                        ? m.lists_item_done()
                        : m.lists_item_waiting()}
                  </small>
                </span>
              </li>
            )
          })}
        </ul>
        {data && data.items.length < (data.total ?? 0) ? (
          <Text fz="sm" c="dimmed">
            {m.lists_run_more({ count: (data.total ?? 0) - data.items.length })}
          </Text>
        ) : null}
      </Stack>
    </Drawer>
  )
}
