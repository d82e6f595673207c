import { Button } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useState } from 'react'
import type { Universe } from '#api/universes'
import * as m from '#messages/portfolio'
import { sessionHolds, useSession } from '../../../platform/session.ts'
import { lazyPart } from '../../../ui/lazy-part.tsx'

const ViewAsDrawer = lazyPart(() => import('./view-as-drawer.tsx'), 'ViewAsDrawer')

interface ViewAsButtonProps {
  readonly universe: Universe
  readonly login: string
  readonly name: string
  readonly isActive: boolean
}

/** « Voir comme » beside a person, for the carrier's people who may; nothing for everybody else. */
export const ViewAsButton = ({ universe, login, name, isActive }: ViewAsButtonProps) => {
  const session = useSession()
  const [open, setOpen] = useState(false)
  const mayLook =
    universe === 'carrier' &&
    isActive &&
    session.user.login !== login &&
    (sessionHolds(session, 'carrier', 'carrier.administer') || sessionHolds(session, 'carrier', 'carrier.support'))
  if (!mayLook) return null
  return (
    <>
      <Button variant="default" leftSection={<IconEye size={16} stroke={1.6} />} onClick={() => setOpen(true)}>
        {m.portfolio_view_as()}
      </Button>
      {open ? <ViewAsDrawer login={login} name={name} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
