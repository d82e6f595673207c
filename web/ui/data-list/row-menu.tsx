import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import * as m from '#messages/common'
import type { RowAction } from './data-list-types.ts'

export const RowMenu = ({ label, actions }: { readonly label: string; readonly actions: readonly RowAction[] }) =>
  actions.length === 0 ? null : (
    <Menu width={220}>
      <Menu.Target>
        <ActionIcon size={30} aria-label={m.list_row_actions({ label })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
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
