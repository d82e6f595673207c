import { Alert } from '@mantine/core'
import { useNetwork } from '@mantine/hooks'
import { IconEye, IconWifiOff } from '@tabler/icons-react'
import * as m from '#messages/shell'
import { useSession } from '../../platform/session.ts'

/** What holds for the whole page: no network, or « voir comme ». */
export const Banners = () => {
  const { online } = useNetwork()
  const { viewAs, company } = useSession()
  return (
    <div role="status" className="no-print">
      {viewAs ? (
        <Alert
          color="yellow"
          variant="light"
          radius={0}
          icon={<IconEye size={18} />}
          title={m.shell_view_as_title({ company: company.name })}
        >
          {m.shell_view_as({ name: viewAs.byName, reason: viewAs.reason })}
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
