import { useQuery } from '@tanstack/react-query'
import { listFactors, readAccount } from '#api/identity/account/account'
import * as m from '#messages/identity'
import { read } from '../../../platform/reading/read.ts'
import { useSession } from '../../../platform/session.ts'
import { BackupCodesSection } from '../factors/backup-codes-section.tsx'
import { FactorsSection } from '../factors/factors-section.tsx'
import { AccountFrame } from './account-frame.tsx'
import { AccountLoad } from './account-load.tsx'
import { PasswordSection } from './password-section.tsx'

/** « Sécurité »: password, second factors, backup codes. */
export const SecurityPage = () => (
  <AccountFrame title={m.identity_security_title()} own>
    <Security />
  </AccountFrame>
)

const Security = () => {
  const { login } = useSession().user
  const account = useQuery(read(readAccount))
  const factors = useQuery(read(listFactors))
  return (
    <>
      <PasswordSection changedAt={account.data?.passwordChangedAt ?? null} />
      <AccountLoad query={factors}>
        {({ items, required, backupCodesLeft }) => (
          <>
            <FactorsSection factors={items} isRequired={required} login={login} />
            {items.length > 0 ? <BackupCodesSection left={backupCodesLeft} login={login} /> : null}
          </>
        )}
      </AccountLoad>
    </>
  )
}
