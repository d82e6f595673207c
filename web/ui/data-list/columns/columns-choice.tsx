import { ActionIcon, Popover } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import * as m from '#messages/common'
import { lazyPart } from '../../lazy-part.tsx'
import type { Columns } from './use-columns.ts'

const ColumnsPanel = lazyPart(() => import('./columns-panel.tsx'), 'ColumnsPanel')

/** Which columns the table shows, and in which order: by drag or by the arrow keys of a handle. */
export const ColumnsChoice = <Row,>({ columns }: { readonly columns: Columns<Row> }) => (
  <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
    <Popover.Target>
      <ActionIcon variant="default" size={36} aria-label={m.list_columns()}>
        <IconColumns3 size={17} stroke={1.6} />
      </ActionIcon>
    </Popover.Target>
    <Popover.Dropdown aria-label={m.list_columns()}>
      <ColumnsPanel columns={columns} />
    </Popover.Dropdown>
  </Popover>
)
