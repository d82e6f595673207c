import { Button, Loader, Menu } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { BulkRun } from '#api/identity/bulk/bulk-runs'
import * as m from '#messages/lists'
import { useUniverse } from '../../../platform/session.ts'
import { bulkRunsQuery, isUnderWay } from './bulk.queries.ts'

interface RunsMenuProps {
  readonly screen: string
  readonly labelOf: (act: string) => string
  readonly onOpen: (run: string) => void
}

const progressOf = ({ done, refused, total }: BulkRun): string =>
  total === null ? m.lists_run_counting() : m.lists_run_progress({ done: done + refused, total })

/** What is under way on this list, or ended today: there again after the page was left. */
export const RunsMenu = ({ screen, labelOf, onOpen }: RunsMenuProps) => {
  const { data } = useQuery(bulkRunsQuery(useUniverse(), screen))
  const runs = data?.items ?? []
  const current = runs.find(isUnderWay)
  if (runs.length === 0) return null
  return (
    <Menu position="bottom-end" shadow="md" width={300}>
      <Menu.Target>
        <Button variant="default" leftSection={current ? <Loader size={14} /> : <IconHistory size={16} stroke={1.6} aria-hidden />}>
          {current ? progressOf(current) : m.lists_runs()}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {runs.map((run) => (
          <Menu.Item key={run.id} onClick={() => onOpen(run.id)}>
            {labelOf(run.act)} · {progressOf(run)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
