import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listContacts } from '#api/companies/contacts/contacts'
import type { Universe } from '#api/universes'
import * as m from '#messages/users'
import { read } from '../../../platform/reading/read.ts'
import { shownAddress } from '../../../platform/shown-address.ts'

interface ContactPickerProps {
  readonly universe: Universe
  readonly company: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly error?: string | undefined
}

/** A contact without access, found by name. */
export const ContactPicker = ({ universe, company, value, onChange, error }: ContactPickerProps) => {
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed, 250)
  const { data } = useQuery(read(listContacts, { params: { universe, company }, query: { access: 'without', q: q || undefined } }))
  const options = (data?.items ?? []).map((contact) => ({
    value: contact.id,
    label: [`${contact.firstName} ${contact.lastName}`.trim(), shownAddress(contact.email)].filter(Boolean).join(' · '),
  }))
  return (
    <Select
      label={m.users_invite_contact()}
      description={m.users_invite_contact_help()}
      withAsterisk
      data={options}
      value={value}
      onChange={onChange}
      searchable
      onSearchChange={setTyped}
      // The server has already chosen: what it found is shown whole.
      filter={({ options: found }) => found}
      error={error}
    />
  )
}
