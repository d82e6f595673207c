import { Group, Kbd, Modal, Stack, Text } from '@mantine/core'
import * as m from '#messages/shell'
import { closeOverlay } from './palette-state.ts'

/** `?`: the keys that work everywhere. */
export const KeyboardHelp = () => (
  <Modal opened onClose={closeOverlay} title={<Text fw={600}>{m.shell_help()}</Text>} size="sm">
    <Stack component="dl" gap="sm" m={0}>
      {[
        [m.keys_search(), 'Ctrl K'],
        [m.keys_favourite(), 'Ctrl D'],
        [m.keys_help(), '?'],
        [m.keys_menu(), '['],
        [m.keys_close(), 'Esc'],
        [m.keys_list_walk(), 'J K'],
        [m.keys_list_open(), '↵'],
        [m.keys_list_pick(), 'X'],
        [m.keys_list_search(), '/'],
      ].map(([label, keys]) => (
        <Group key={keys} justify="space-between" wrap="nowrap">
          <dt>{label}</dt>
          <dd style={{ margin: 0 }}>
            <Kbd>{keys}</Kbd>
          </dd>
        </Group>
      ))}
    </Stack>
  </Modal>
)
