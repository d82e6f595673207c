import { Alert, Button, Group } from '@mantine/core'
import { useNetwork } from '@mantine/hooks'
import { IconEye, IconWifiOff } from '@tabler/icons-react'
import * as m from '#messages/shell'
import { call } from '../../platform/call.ts'
import { useSession } from '../../platform/session.ts'
import { notifyProblem } from '../../ui/notify.tsx'
import { bannersId } from './banners-place.ts'

/** Back to oneself: whatever the page holds in memory was the other person's. */
const quitViewAs = async (): Promise<void> => {
  try {
    const { endViewAs } = await import('#api/identity/view-as/view-as')
    await call(endViewAs, {})
    window.location.assign('/')
  } catch (error) {
    notifyProblem(error)
  }
}

/** What holds for the whole page: no network, or « voir comme ». */
export const Banners = () => {
  const { online } = useNetwork()
  const { viewAs, user, company } = useSession()
  return (
    <div role="status" className="no-print" id={bannersId}>
      {viewAs ? (
        <Alert
          color="yellow"
          variant="light"
          radius={0}
          icon={<IconEye size={18} />}
          title={m.shell_view_as_title({ person: `${user.firstName} ${user.lastName}`, company: company.name })}
        >
          <Group justify="space-between" gap="sm">
            <span>{m.shell_view_as({ name: viewAs.byName, reason: viewAs.reason })}</span>
            <Button size="compact-sm" variant="default" onClick={() => void quitViewAs()}>
              {m.shell_view_as_quit()}
            </Button>
          </Group>
        </Alert>
      ) : null}
      {online ? null : (
        <Alert color="orange" variant="light" radius={0} icon={<IconWifiOff size={18} />}>
          {m.shell_offline()}
        </Alert>
      )}
    </div>
  )
}
