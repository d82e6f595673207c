import { Switch } from '@mantine/core'
import { useState } from 'react'
import * as m from '#messages/notifications'
import { desktopState, setDesktop } from './desktop.ts'

/** Desktop notifications on this device. */
export const DesktopSwitch = () => {
  const [state, setState] = useState(desktopState)
  if (state === 'unsupported') return null
  return (
    <Switch
      size="sm"
      label={m.notifications_desktop()}
      description={state === 'denied' ? m.notifications_desktop_denied() : m.notifications_desktop_hint()}
      checked={state === 'on'}
      disabled={state === 'denied'}
      onChange={(event) => void setDesktop(event.currentTarget.checked).then(setState)}
    />
  )
}
