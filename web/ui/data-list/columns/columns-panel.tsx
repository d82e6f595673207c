import { Button, Checkbox, SegmentedControl, Stack, Text } from '@mantine/core'
import * as m from '#messages/common'
import * as lists from '#messages/lists'
import { SortableList } from '../../sortable/sortable-list.tsx'
import classes from './columns.module.css'
import type { Columns } from './use-columns.ts'

/** Dragging is loaded when the choice opens. */
export const ColumnsPanel = <Row,>({ columns }: { readonly columns: Columns<Row> }) => (
  <Stack gap="xs">
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={lists.lists_density()}
      value={columns.isCompact ? 'compact' : 'roomy'}
      onChange={(density) => columns.setCompact(density === 'compact')}
      data={[
        { value: 'roomy', label: lists.lists_density_roomy() },
        { value: 'compact', label: lists.lists_density_compact() },
      ]}
    />
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
)
