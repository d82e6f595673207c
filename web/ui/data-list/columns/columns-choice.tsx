import { ActionIcon, Button, Checkbox, Popover, Stack, Text } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import * as m from '#messages/common'
import * as lists from '#messages/lists'
import { SortableList } from '../../sortable/sortable-list.tsx'
import classes from './columns.module.css'
import type { Columns } from './use-columns.ts'

/** Which columns the table shows, and in which order: by drag or by the arrow keys of a handle. */
export const ColumnsChoice = <Row,>({ columns }: { readonly columns: Columns<Row> }) => (
  <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
    <Popover.Target>
      <ActionIcon variant="default" size={36} aria-label={m.list_columns()}>
        <IconColumns3 size={17} stroke={1.6} />
      </ActionIcon>
    </Popover.Target>
    <Popover.Dropdown aria-label={m.list_columns()}>
      <Stack gap="xs">
        <div className={classes.choice}>
          <SortableList label={m.list_columns()} rows={columns.ordered} rowLabel={({ header }) => header} onMove={columns.move}>
            {(column) => (
              <Checkbox
                label={column.header}
                checked={columns.isShown(column)}
                disabled={!columns.isOptional(column)}
                onChange={() => columns.toggle(column.key)}
              />
            )}
          </SortableList>
        </div>
        <Text fz="sm" c="dimmed">
          {lists.lists_columns_hint()}
        </Text>
        <Button size="compact-sm" variant="subtle" onClick={columns.reset}>
          {m.list_columns_reset()}
        </Button>
      </Stack>
    </Popover.Dropdown>
  </Popover>
)
