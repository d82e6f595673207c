import { ActionIcon } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import * as m from '#messages/common'
import { ActionsMenu } from '../menu/actions-menu.tsx'
import type { RowAction } from './data-list-types.ts'

export const RowMenu = ({ label, actions }: { readonly label: string; readonly actions: readonly RowAction[] }) =>
  actions.length === 0 ? null : (
    <ActionsMenu
      width={220}
      actions={actions}
      button={
        <ActionIcon size={30} aria-label={m.list_row_actions({ label })}>
          <IconDots size={18} />
        </ActionIcon>
      }
    />
  )
