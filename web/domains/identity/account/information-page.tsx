import { Button, SegmentedControl } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatPhone } from '#api/companies/rules/contact/phone-number'
import { type Account, chooseLanguage, readAccount } from '#api/identity/account/account'
import { languageOf } from '#api/languages'
import * as common from '#messages/common'
import * as m from '#messages/identity'
import { call } from '../../../platform/call.ts'
import { formatInstant } from '../../../platform/format.ts'
import { setLanguage } from '../../../platform/language.ts'
import { read } from '../../../platform/reading/read.ts'
import { shownAddress } from '../../../platform/shown-address.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { notifyProblem } from '../../../ui/notify.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { AccountFrame } from './account-frame.tsx'
import { AccountLoad } from './account-load.tsx'
import { EditInformation } from './edit-information.tsx'

/** « Mes informations ». */
export const InformationPage = () => {
  const account = useQuery(read(readAccount))
  return (
    <AccountFrame title={m.identity_information_title()}>
      <AccountLoad query={account}>{(data) => <Information account={data} />}</AccountLoad>
    </AccountFrame>
  )
}

const Information = ({ account }: { readonly account: Account }) => {
  const [isEditing, setEditing] = useState(false)
  const { edit } = account.abilities
  const speak = async (language: Account['language']) => {
    try {
      await call(chooseLanguage, { body: { language } })
      setLanguage(language)
    } catch (error) {
      notifyProblem(error)
    }
  }
  return (
    <>
      <SectionCard
        title={m.identity_information_card()}
        actions={
          edit ? (
            <Button
              variant="default"
              leftSection={<IconPencil size={16} stroke={1.6} />}
              onClick={() => setEditing(true)}
              aria-label={m.identity_edit_information()}
            >
              {common.action_edit()}
            </Button>
          ) : null
        }
      >
        <DescriptionList
          items={[
            { label: m.identity_first_name(), value: account.firstName },
            { label: m.identity_last_name(), value: account.lastName },
            { label: m.identity_job_title(), value: account.jobTitle },
            { label: m.identity_phone(), value: formatPhone(account.phone) },
            { label: m.identity_mobile(), value: formatPhone(account.mobile) },
            { label: m.identity_email(), value: shownAddress(account.email) },
          ]}
        />
      </SectionCard>
      <SectionCard title={m.identity_access_card()}>
        <DescriptionList
          items={[
            {
              label: m.identity_login(),
              value: (
                <>
                  {account.login} <CopyButton value={account.login} />
                </>
              ),
            },
            { label: m.identity_company(), value: `${account.company.name} (${account.company.reference})` },
            { label: m.identity_last_sign_in(), value: formatInstant(account.lastSignInAt) },
            { label: m.identity_password_changed_at(), value: formatInstant(account.passwordChangedAt) },
            {
              label: m.identity_language(),
              value: (
                <SegmentedControl
                  mt={4}
                  aria-label={m.identity_language()}
                  value={account.language}
                  disabled={!edit}
                  onChange={(value) => speak(languageOf(value))}
                  data={[
                    { value: 'fr', label: 'Français' },
                    { value: 'en', label: 'English' },
                  ]}
                />
              ),
            },
          ]}
        />
      </SectionCard>
      {isEditing ? <EditInformation account={account} onClose={() => setEditing(false)} /> : null}
    </>
  )
}
