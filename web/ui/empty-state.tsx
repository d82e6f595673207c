import { Stack, Text, ThemeIcon } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  readonly title: string
  /** What to do now. */
  readonly description?: ReactNode
  /** Usually one button. */
  readonly action?: ReactNode
  readonly icon?: ReactNode
  /** Heading level when the state is the whole page. */
  readonly order?: 1 | 2
}

/** Nothing to show: says why, and what to do. */
export const EmptyState = ({ title, description, action, icon, order }: EmptyStateProps) => (
  <Stack align="center" gap={6} py={48} px="md" ta="center">
    <ThemeIcon size={44} radius="xl" variant="light" color="gray" mb={6} aria-hidden>
      {icon ?? <IconInbox size={22} stroke={1.6} />}
    </ThemeIcon>
    <Text component={order === 1 ? 'h1' : order === 2 ? 'h2' : 'p'} fw={600} fz={order === 1 ? 20 : 'md'} m={0}>
      {title}
    </Text>
    {description ? (
      <Text c="dimmed" maw={460} component="div">
        {description}
      </Text>
    ) : null}
    {action ? <div style={{ marginTop: 12 }}>{action}</div> : null}
  </Stack>
)
