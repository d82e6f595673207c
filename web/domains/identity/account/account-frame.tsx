import type { LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { pages } from '#api/pages'
import * as m from '#messages/identity'
import * as shell from '#messages/shell'
import { useSession, useUniverse } from '../../../platform/session.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { Page } from '../../../ui/page.tsx'
import classes from './account-frame.module.css'

const tabs = [
  { to: pages.information, label: m.identity_information_title },
  { to: pages.security, label: m.identity_security_title },
  { to: pages.sessions, label: m.identity_sessions_title },
  { to: pages.preferences, label: shell.entry_own_notifications },
] as const satisfies readonly { readonly to: NonNullable<LinkProps['to']>; readonly label: () => string }[]

export interface AccountFrameProps {
  readonly title: string
  readonly actions?: ReactNode
  /** Not shown to whoever looks at the portal in the person's place. */
  readonly own?: boolean
  /** Wide enough for a table. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** Frame of the pages of one's own account, with the links between them. */
export const AccountFrame = ({ title, actions, own = false, wide = false, children }: AccountFrameProps) => {
  const universe = useUniverse()
  const { viewAs } = useSession()
  return (
    <Page title={title} breadcrumb={[{ label: shell.module_company() }]} actions={actions} narrow={!wide}>
      <nav className={classes.tabs} aria-label={m.identity_information_nav()}>
        {tabs.map(({ to, label }) => (
          <AnchorLink
            key={to}
            to={to}
            params={{ universe }}
            underline="never"
            className={classes.tab}
            activeOptions={{ exact: true }}
            activeProps={{ 'aria-current': 'page' }}
          >
            {label()}
          </AnchorLink>
        ))}
      </nav>
      {own && viewAs ? <EmptyState title={m.identity_view_as_title()} description={m.identity_view_as_text()} /> : children}
    </Page>
  )
}
