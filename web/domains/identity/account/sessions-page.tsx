import { Button, Group } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type AccountSession, listAccountSessions, revokeAccountSession, revokeOtherSessions } from '#api/identity/account/account'
import { signOut } from '#api/identity/sign-in/session'
import { publicPages } from '#api/pages'
import * as m from '#messages/identity'
import { call } from '../../../platform/call.ts'
import { formatAgo, formatInstant } from '../../../platform/format.ts'
import { read } from '../../../platform/reading/read.ts'
import { confirm } from '../../../ui/confirm-dialog.tsx'
import { notifyProblem, notifySuccess } from '../../../ui/notify.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import classes from '../factors/factors-section.module.css'
import { AccountFrame } from './account-frame.tsx'
import { AccountLoad } from './account-load.tsx'
import { deviceLabel, isHandheld } from './device-label.ts'

/** « Mes sessions »: where one is signed in, and how to end it. */
export const SessionsPage = () => (
  <AccountFrame title={m.identity_sessions_title()} own>
    <Sessions />
  </AccountFrame>
)

const Sessions = () => {
  const sessions = useQuery(read(listAccountSessions))
  const act = async (run: () => Promise<unknown>) => {
    try {
      await run()
    } catch (error) {
      notifyProblem(error)
    }
  }
  const close = async ({ id, userAgent }: AccountSession) => {
    const device = deviceLabel(userAgent)
    const isSure = await confirm({
      title: m.identity_session_close_title(),
      message: m.identity_session_close_text({ device }),
      confirmLabel: m.identity_session_close(),
      danger: true,
    })
    if (!isSure) return
    await act(async () => {
      await call(revokeAccountSession, { params: { session: id } })
      notifySuccess(m.identity_session_closed())
    })
  }
  const closeOthers = () =>
    act(async () => {
      const { revoked } = await call(revokeOtherSessions, {})
      notifySuccess(m.identity_sessions_closed({ count: revoked }))
    })
  const leaveEverywhere = async () => {
    const isSure = await confirm({
      title: m.identity_sessions_everywhere(),
      message: m.identity_sessions_everywhere_text(),
      confirmLabel: m.identity_sessions_everywhere(),
      danger: true,
    })
    if (!isSure) return
    await act(async () => {
      await call(revokeOtherSessions, {})
      await call(signOut, { silent: true })
      // A full load: nothing of this person stays in memory.
      location.assign(publicPages.signIn)
    })
  }
  return (
    <SectionCard title={m.identity_sessions_title()} description={m.identity_sessions_text()}>
      <AccountLoad query={sessions}>
        {({ items }) => (
          <>
            <ul className={classes.list}>
              {items.map((session) => (
                <SessionRow key={session.id} session={session} onClose={() => close(session)} />
              ))}
            </ul>
            <Group gap="sm">
              {items.length > 1 ? (
                <Button variant="default" onClick={closeOthers}>
                  {m.identity_sessions_close_others()}
                </Button>
              ) : null}
              <Button variant="light" color="red" onClick={leaveEverywhere}>
                {m.identity_sessions_everywhere()}
              </Button>
            </Group>
          </>
        )}
      </AccountLoad>
    </SectionCard>
  )
}

const SessionRow = ({ session, onClose }: { readonly session: AccountSession; readonly onClose: () => void }) => {
  const device = deviceLabel(session.userAgent)
  const DeviceIcon = isHandheld(session.userAgent) ? IconDeviceMobile : IconDeviceDesktop
  return (
    <li className={classes.row}>
      <DeviceIcon size={22} stroke={1.6} aria-hidden />
      <div>
        <Group gap="xs">
          <span className={classes.name}>{device}</span>
          {session.current ? <StateBadge tone="success" label={m.identity_session_current()} /> : null}
        </Group>
        <div className={classes.facts}>
          {session.ip ? `${m.identity_session_ip({ ip: session.ip })} · ` : ''}
          {m.identity_session_seen({ ago: formatAgo(session.lastSeenAt) })}
        </div>
        <div className={classes.facts}>
          {m.identity_session_opened({ date: formatInstant(session.createdAt) })} ·{' '}
          {m.identity_session_expires({ date: formatInstant(session.expiresAt) })}
        </div>
      </div>
      <div className={classes.acts}>
        {session.current ? null : (
          <Button variant="subtle" color="red" size="xs" onClick={onClose} aria-label={m.identity_session_close_of({ device })}>
            {m.identity_session_close()}
          </Button>
        )}
      </div>
    </li>
  )
}
