import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listContacts } from '#api/companies/contacts/contacts'
import * as m from '#messages/companies'
import type { CompanyPlace } from '../../../app/company/company-place.ts'
import { read } from '../../../platform/reading/read.ts'
import { contactName } from './contact-labels.tsx'

interface ContactSelectProps {
  readonly place: CompanyPlace
  readonly label: string
  readonly description?: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly error?: string | undefined
  /** The contact chosen before, which the first page may not hold; a null name = one that the person may not see. */
  readonly current?: { readonly id: string; readonly name: string | null }
}

/** One of the company's contacts, found by name. */
export const ContactSelect = ({ place, label, description, value, onChange, error, current }: ContactSelectProps) => {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(current ? { id: current.id, name: current.name ?? m.companies_contact_hidden() } : null)
  const [query] = useDebouncedValue(typed.trim(), 200)
  const q = query !== '' && query !== chosen?.name ? query : ''
  const { data } = useQuery(read(listContacts, { params: { universe: place.universe, company: place.company }, query: q ? { q } : {} }))
  const found = (data?.items ?? []).map((contact) => ({ value: contact.id, label: contactName(contact) }))
  const options = chosen && !found.some((one) => one.value === chosen.id) ? [{ value: chosen.id, label: chosen.name }, ...found] : found
  return (
    <Select
      label={label}
      description={description}
      data={options}
      value={value}
      onChange={(next) => {
        const option = options.find((one) => one.value === next)
        setChosen(option ? { id: option.value, name: option.label } : null)
        onChange(next)
      }}
      searchable
      clearable
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has already chosen: what it found is shown whole.
      filter={({ options: all }) => all}
      nothingFoundMessage={m.companies_contacts_none_found()}
      error={error}
    />
  )
}
