import { Group, Paper, Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'

export interface SectionCardProps {
  readonly title: string
  readonly description?: ReactNode
  /** At the right of the title: usually the pencil. */
  readonly actions?: ReactNode
  /** What one may consult, not what one works on: without a border, on a quiet ground. */
  readonly quiet?: boolean
  readonly children: ReactNode
}

/** A titled block of a page. */
export const SectionCard = ({ title, description, actions, quiet, children }: SectionCardProps) => {
  const id = useId()
  return (
    <Paper
      component="section"
      aria-labelledby={id}
      p="lg"
      radius="lg"
      bg={quiet ? 'var(--sunk)' : 'var(--surface)'}
      style={{ borderColor: quiet ? 'transparent' : 'var(--line)' }}
    >
      <Group justify="space-between" align="flex-start" mb="md" gap="sm">
        <div>
          <Title order={2} id={id}>
            {title}
          </Title>
          {description ? (
            <Text c="dimmed" fz="sm" component="div">
              {description}
            </Text>
          ) : null}
        </div>
        {actions ? (
          <Group gap="xs" className="no-print">
            {actions}
          </Group>
        ) : null}
      </Group>
      {children}
    </Paper>
  )
}
