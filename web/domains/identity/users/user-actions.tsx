import { Button } from '@mantine/core'
import { useState } from 'react'
import { type PortalUser, reactivateUser, resendInvitation, suspendUser } from '#api/identity/users/users'
import type { Universe } from '#api/universes'
import * as m from '#messages/users'
import { call } from '../../../platform/call.ts'
import { shownAddress } from '../../../platform/shown-address.ts'
import { confirm } from '../../../ui/confirm-dialog.tsx'
import { notifyProblem, notifySuccess } from '../../../ui/notify.tsx'
import { ViewAsButton } from '../view-as/view-as-button.tsx'

/** What may be done about an access: send the invitation again, suspend it, give it back. */
export const UserActions = ({ universe, user }: { readonly universe: Universe; readonly user: PortalUser }) => {
  const [busy, setBusy] = useState(false)
  const params = { universe, company: user.company.reference, login: user.login }
  const act = async (work: () => Promise<unknown>, done: string) => {
    setBusy(true)
    try {
      await work()
      notifySuccess(done)
    } catch (error) {
      notifyProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const suspend = async () => {
    const sure = await confirm({
      title: m.users_suspend_title({ name: user.name }),
      message: m.users_suspend_text(),
      confirmLabel: m.users_suspend(),
      danger: true,
    })
    if (sure) await act(() => call(suspendUser, { params }), m.users_suspended())
  }
  const { abilities } = user
  return (
    <>
      <ViewAsButton universe={universe} login={user.login} name={user.name} isActive={user.state === 'active'} />
      {abilities.suspend ? (
        <Button variant="default" disabled={busy} onClick={suspend}>
          {m.users_suspend()}
        </Button>
      ) : null}
      {abilities.reactivate ? (
        <Button disabled={busy} onClick={() => act(() => call(reactivateUser, { params }), m.users_reactivated())}>
          {m.users_reactivate()}
        </Button>
      ) : null}
      {abilities.resend ? (
        <Button
          disabled={busy}
          onClick={() => act(() => call(resendInvitation, { params }), m.users_resent({ email: shownAddress(user.email) || user.login }))}
        >
          {m.users_resend()}
        </Button>
      ) : null}
    </>
  )
}
