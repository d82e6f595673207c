import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import type { MenuHold } from './lazy-menu.tsx'
import { MenuFrame } from './menu-frame.tsx'

export interface MenuAction {
  readonly key: string
  readonly label: string
  readonly icon?: ReactNode
  readonly danger?: boolean
  readonly onClick: () => void
}

export interface ActionsPanelProps {
  readonly actions: readonly MenuAction[]
  readonly title?: string
  readonly width: number
}

export const ActionsPanel = ({ hold, actions, title, width }: ActionsPanelProps & { readonly hold: MenuHold }) => (
  <MenuFrame hold={hold} width={width}>
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
  </MenuFrame>
)
