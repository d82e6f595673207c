import type { ResponseOf } from '#api/endpoint'
import type { saveNotificationSubscriptions } from '#api/notifications/subscriptions/subscriptions'
import * as common from '#messages/common'
import * as m from '#messages/notifications'
import { universeLabel } from '../../../../app/universe-labels.ts'
import { Notice } from '../../notice.tsx'
import { categoryLabel, channelLabel } from '../../notification-labels.ts'

export type SaveAnswer = ResponseOf<typeof saveNotificationSubscriptions>

/** What the save changed, and who else had changed the same contacts. */
export const SaveReport = ({ answer, onClose }: { readonly answer: SaveAnswer; readonly onClose: () => void }) => {
  const { changes, merged } = answer
  const boxes = changes.reduce((sum, { on, off }) => sum + on.length + off.length, 0)
  return (
    <Notice
      color={merged.length > 0 ? 'yellow' : 'teal'}
      role="status"
      mb="md"
      title={m.notifications_saved_changes({ count: boxes })}
      withCloseButton
      closeButtonLabel={common.action_close()}
      onClose={onClose}
    >
      {merged.length > 0 ? <p>{m.notifications_merged_contacts({ names: merged.map(({ name }) => name).join(', ') })}</p> : null}
      {changes.length > 0 ? (
        <details>
          <summary>{m.notifications_show_changes()}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
          <ul tabIndex={0} style={{ maxHeight: 240, overflow: 'auto' }}>
            {changes.map(({ contactId, name, universe, channel, on, off }) => (
              <li key={`${contactId}.${universe}.${channel}`}>
                {m.notifications_change_line({
                  name,
                  universe: universeLabel(universe),
                  channel: channelLabel(channel),
                  what: [
                    ...(on.length > 0 ? [m.notifications_change_on({ categories: on.map(categoryLabel).join(', ') })] : []),
                    ...(off.length > 0 ? [m.notifications_change_off({ categories: off.map(categoryLabel).join(', ') })] : []),
                  ].join(' ; '),
                })}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Notice>
  )
}
