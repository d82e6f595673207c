import { Button, Group } from '@mantine/core'
import { IconFilterOff } from '@tabler/icons-react'
import * as m from '#messages/common'
import { EmptyState } from '../../empty-state.tsx'
import type { DataFilter } from '../data-list-types.ts'
import type { ListState } from '../use-list-state.ts'
import { shownValue } from './filter-text.ts'

interface NoMatchProps {
  readonly filters: readonly DataFilter[]
  readonly state: ListState
  readonly onClear: () => void
}

/** Nothing is left: names the filters that hold, so that one may be taken off. */
export const NoMatch = ({ filters, state, onClear }: NoMatchProps) => {
  const held = filters.flatMap((filter) => {
    const key = filter.kind === 'search' ? 'q' : filter.key
    const value = state.values[key]
    if (!value) return []
    return [{ key, text: filter.kind === 'search' ? value : `${m.list_filter_is({ label: filter.label })} ${shownValue(filter, value)}` }]
  })
  return (
    <EmptyState
      icon={<IconFilterOff size={22} stroke={1.6} />}
      title={m.list_no_match()}
      description={m.list_no_match_hint()}
      action={
        <Group gap="xs" justify="center">
          {held.map(({ key, text }) => (
            <Button key={key} variant="default" onClick={() => state.change({ [key]: undefined })}>
              {m.list_without({ filter: text })}
            </Button>
          ))}
          {held.length > 1 ? (
            <Button variant="subtle" onClick={onClear}>
              {m.list_clear_filters()}
            </Button>
          ) : null}
        </Group>
      }
    />
  )
}
