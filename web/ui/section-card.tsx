import { Group, Paper, Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'

export interface SectionCardProps {
  readonly title: string
  readonly description?: ReactNode
  /** At the right of the title: usually the pencil. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A titled block of a page. */
export const SectionCard = ({ title, description, actions, children }: SectionCardProps) => {
  const id = useId()
  return (
    <Paper component="section" aria-labelledby={id} p="lg" radius="lg" bg="var(--surface)" style={{ borderColor: 'var(--line)' }}>
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
