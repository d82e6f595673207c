import { Menu } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'

export interface MenuAction {
  readonly key: string
  readonly label: string
  readonly icon?: ReactNode
  readonly danger?: boolean
  readonly onClick: () => void
}

interface ActionsMenuProps {
  readonly button: ReactElement
  readonly actions: readonly MenuAction[]
  readonly title?: string
  readonly width?: number
  readonly position?: 'bottom-start' | 'bottom-end'
}

/** A button that opens a list of acts. */
export const ActionsMenu = ({ button, actions, title, width, position }: ActionsMenuProps) => (
  <Menu width={width} {...(position ? { position } : {})}>
    <Menu.Target>{button}</Menu.Target>
    <Menu.Dropdown>
      {title ? <Menu.Label>{title}</Menu.Label> : null}
      {actions.map((action) => (
        <Menu.Item
          key={action.key}
          leftSection={action.icon}
          color={action.danger ? 'var(--mantine-color-error)' : undefined}
          onClick={action.onClick}
        >
          {action.label}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
)
