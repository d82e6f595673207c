import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import * as m from '#messages/shop'
import { lazyWindow } from '../../../ui/lazy-window.tsx'
import type { CompanyPlace } from '../../companies/company-place.ts'
import { ContactSelect } from '../../companies/contacts/contact-select.tsx'
import { contactsQuery } from '../../companies/contacts/contacts.queries.ts'
import order from '../order.module.css'

const ContactDrawer = lazyWindow(async () => (await import('../../companies/contacts/contact-drawer.tsx')).ContactDrawer)

interface OnsiteContactProps {
  readonly place: CompanyPlace
  readonly value: string | null
  readonly current: { readonly id: string; readonly name: string } | null
  readonly site: string | undefined
  readonly onChange: (contact: string | null) => void
  readonly error: string | null
}

/** « Contact sur site »: one of the company's contacts, or a new one. */
export const OnsiteContact = ({ place, value, current, site, onChange, error }: OnsiteContactProps) => {
  const [isCreating, creating] = useDisclosure(false)
  const [created, setCreated] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const { data } = useQuery(contactsQuery(place.universe, place.company))
  const held = created ?? current
  return (
    <div className={order.withButton}>
      <ContactSelect
        // A new contact is known by its name at once.
        key={created?.id ?? 'chosen'}
        place={place}
        label={m.shop_onsite_contact()}
        description={m.shop_onsite_contact_hint()}
        value={value}
        onChange={onChange}
        error={error ?? undefined}
        {...(held && held.id === value ? { current: held } : {})}
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
            setCreated({ id: contact.id, name: [contact.firstName, contact.lastName].filter(Boolean).join(' ') })
            onChange(contact.id)
          }}
          onClose={creating.close}
        />
      ) : null}
    </div>
  )
}
