import { Alert, Button, Text } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import * as m from '#messages/orders'
import classes from './what-changed.module.css'

interface WhatChangedProps {
  readonly changes: readonly string[] | null
  readonly onDismiss?: () => void
}

/** Somebody else was first: what they did, read out as it appears. */
export const WhatChanged = ({ changes, onDismiss }: WhatChangedProps) =>
  changes === null ? null : (
    <Alert role="alert" color="yellow" variant="light" icon={<IconUsers size={18} />}>
      <Text fw={600}>{m.orders_conflict_title()}</Text>
      {changes.length > 0 ? (
        <ul className={classes.changes}>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      ) : null}
      <Text fz="sm">{m.orders_conflict_text()}</Text>
      {onDismiss ? (
        <Button size="compact-sm" variant="default" mt="xs" onClick={onDismiss}>
          {m.orders_conflict_seen()}
        </Button>
      ) : null}
    </Alert>
  )
