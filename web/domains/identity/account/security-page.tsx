import { useQuery } from '@tanstack/react-query'
import * as m from '#messages/identity'
import { useSession } from '../../../platform/session.ts'
import { BackupCodesSection } from '../factors/backup-codes-section.tsx'
import { FactorsSection } from '../factors/factors-section.tsx'
import { accountQuery, factorsQuery } from './account.queries.ts'
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
  const account = useQuery(accountQuery)
  const factors = useQuery(factorsQuery)
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
