import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { Universe } from '#api/universes'
import * as m from '#messages/universes'
import type { MenuHold } from '../../../ui/menu/lazy-menu.tsx'
import { MenuFrame } from '../../../ui/menu/menu-frame.tsx'
import { universeLabel } from '../../universe-labels.ts'

export interface UniversePanelProps {
  readonly current: Universe
  readonly choices: readonly Universe[]
  readonly onChoose: (universe: Universe) => void
}

export const UniversePanel = ({ hold, current, choices, onChoose }: UniversePanelProps & { readonly hold: MenuHold }) => (
  <MenuFrame hold={hold} position="bottom-start" width={230}>
    <Menu.Label>{m.universe_switch()}</Menu.Label>
    {choices.map((universe) => (
      <Menu.Item
        key={universe}
        aria-current={universe === current}
        rightSection={universe === current ? <IconCheck size={16} aria-hidden /> : null}
        onClick={() => onChoose(universe)}
      >
        {universeLabel(universe)}
      </Menu.Item>
    ))}
  </MenuFrame>
)
