import { Button } from '@mantine/core'
import { useState } from 'react'
import { resendInvitation, type UserRow } from '#api/identity/users/users'
import * as m from '#messages/users'
import { call } from '../../../../platform/call.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { shownAddress } from '../../../../platform/shown-address.ts'
import { notifyProblem, notifySuccess } from '../../../../ui/notify.tsx'

/** « Renvoyer l’invitation », in the row of whoever did not accept it. */
export const ResendButton = ({ user }: { readonly user: UserRow }) => {
  const universe = useUniverse()
  const [isBusy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    try {
      await call(resendInvitation, { params: { universe, company: user.company.reference, login: user.login } })
      notifySuccess(m.users_resent({ email: shownAddress(user.email) || user.login }))
    } catch (error) {
      notifyProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button size="compact-sm" variant="light" loading={isBusy} onClick={send} aria-label={m.users_resend_to({ name: user.name })}>
      {m.users_resend()}
    </Button>
  )
}
