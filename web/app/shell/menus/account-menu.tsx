import { UnstyledButton } from '@mantine/core'
import * as m from '#messages/shell'
import { useSession } from '../../../platform/session.ts'
import { lazyMenu } from '../../../ui/menu/lazy-menu.tsx'
import classes from '../header.module.css'

const Panel = lazyMenu(async () => (await import('./account-panel.tsx')).AccountPanel)

export const AccountMenu = () => {
  const { user } = useSession()
  const name = `${user.firstName} ${user.lastName}`
  return (
    <Panel
      button={
        <UnstyledButton className={classes.avatar}>
          <span className="visually-hidden">{m.shell_account({ name })}</span>
          <span aria-hidden>{`${user.firstName.charAt(0)}${user.lastName.charAt(0)}`}</span>
        </UnstyledButton>
      }
    />
  )
}
