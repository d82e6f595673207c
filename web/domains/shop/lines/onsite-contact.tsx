import { Button, Select } from '@mantine/core'
import { useDebouncedValue, useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { formatPhone } from '#api/companies/rules/contact/phone-number'
import { listOrderContacts } from '#api/shop/choices/order-choices'
import * as m from '#messages/shop'
import type { CompanyPlace } from '../../../app/company/company-place.ts'
import { read } from '../../../platform/reading/read.ts'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import order from '../order.module.css'

const ContactDrawer = lazyPart(() => import('../../companies/contacts/contact-drawer.tsx'), 'ContactDrawer')

interface OnsiteContactProps {
  readonly place: CompanyPlace
  readonly value: string | null
  readonly current: { readonly id: string; readonly name: string } | null
  readonly site: string | undefined
  /** Reference of the contract that is changed. */
  readonly contract: string | null
  /** Whom one met there the last time, as long as nobody else was chosen. */
  readonly onPropose: (contact: string) => void
  readonly onChange: (contact: string | null) => void
  readonly error: string | null
}

/** « Contact sur site »: one of the company's people, by name and telephone, or a new one for who may add some. */
export const OnsiteContact = ({ place, value, current, site, contract, onPropose, onChange, error }: OnsiteContactProps) => {
  const [isCreating, creating] = useDisclosure(false)
  const [typed, setTyped] = useState('')
  // The one chosen, whom the page that was found may not hold.
  const [chosen, setChosen] = useState(current ? { value: current.id, label: current.name } : null)
  const [query] = useDebouncedValue(typed.trim(), 200)
  const q = query !== '' && query !== chosen?.label ? { q: query } : {}
  const where = contract !== null ? { contract } : site !== undefined ? { site } : {}
  const { data } = useQuery(
    read(listOrderContacts, { params: { universe: place.universe, company: place.company }, query: { ...q, ...where } }),
  )
  const [isTouched, touch] = useState(current !== null || value !== null)
  const usual = isTouched ? null : (data?.usual ?? null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: proposed once for each that is found
  useEffect(() => {
    if (!usual) return
    setChosen({ value: usual.id, label: usual.name })
    onPropose(usual.id)
  }, [usual?.id])
  const found = (data?.items ?? []).map(({ id, name, phone }) => ({
    value: id,
    label: phone === null ? name : `${name} · ${formatPhone(phone)}`,
  }))
  const isFound = found.some(({ value: id }) => id === chosen?.value)
  // Under the same words throughout: they are what is typed, and looked for when they change.
  const options = chosen ? [...(isFound ? [] : [chosen]), ...found.map((one) => (one.value === chosen.value ? chosen : one))] : found
  const choose = (next: string | null) => {
    touch(true)
    setChosen(options.find((one) => one.value === next) ?? null)
    onChange(next)
  }
  return (
    <div className={order.withButton}>
      <Select
        label={m.shop_onsite_contact()}
        description={usual && usual.id === value ? m.shop_onsite_contact_usual() : m.shop_onsite_contact_hint()}
        data={options}
        value={value}
        onChange={choose}
        searchable
        clearable
        searchValue={typed}
        onSearchChange={setTyped}
        // The server has already chosen: what it found is shown whole.
        filter={({ options: all }) => all}
        nothingFoundMessage={m.shop_onsite_contact_none_found()}
        error={error ?? undefined}
      />
      {data?.abilities.create ? (
        <Button variant="default" leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />} onClick={creating.open}>
          {m.shop_new_contact()}
        </Button>
      ) : null}
      {isCreating ? (
        <ContactDrawer
          place={place}
          {...(site === undefined ? {} : { site })}
          onCreated={(contact) => {
            const label = [contact.firstName, contact.lastName].filter(Boolean).join(' ')
            touch(true)
            setChosen({ value: contact.id, label })
            setTyped(label)
            onChange(contact.id)
          }}
          onClose={creating.close}
        />
      ) : null}
    </div>
  )
}
