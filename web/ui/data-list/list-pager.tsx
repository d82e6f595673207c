import { Button, Group, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import * as m from '#messages/common'
import classes from './data-list.module.css'

interface ListPagerProps {
  readonly page: {
    readonly items: readonly unknown[]
    readonly next: string | null
    readonly previous: string | null
    readonly total: number | null
  }
  readonly onGo: (cursor: string) => void
}

/** Keyset pages have no numbers: previous, next, and the total where it is known. */
export const ListPager = ({ page, onGo }: ListPagerProps) => {
  const { next, previous } = page
  return (
    <nav aria-label={m.list_pages()} className={classes.pager}>
      <Text c="dimmed" fz="sm" role="status" className="tabular">
        {page.total === null ? m.list_rows_shown({ count: page.items.length }) : m.list_results({ count: page.total })}
      </Text>
      {next || previous ? (
        <Group gap="xs" className="no-print">
          <Button
            size="xs"
            variant="default"
            disabled={!previous}
            leftSection={<IconChevronLeft size={15} />}
            onClick={() => previous && onGo(previous)}
          >
            {m.list_previous()}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={!next}
            rightSection={<IconChevronRight size={15} />}
            onClick={() => next && onGo(next)}
          >
            {m.list_next()}
          </Button>
        </Group>
      ) : null}
    </nav>
  )
}
