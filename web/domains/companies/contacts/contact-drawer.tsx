import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Contact, createContact, updateContact } from '#api/companies/contacts/contacts'
import { listSites } from '#api/companies/sites/sites'
import { contactWords, siteWords } from '#api/companies/words'
import * as m from '#messages/companies'
import type { CompanyPlace } from '../../../app/company/company-place.ts'
import { call, newIdempotencyKey } from '../../../platform/call.ts'
import { type FormValues, useContractForm } from '../../../platform/form/use-contract-form.ts'
import { typedPhone } from '../../../platform/format.ts'
import { read } from '../../../platform/reading/read.ts'
import { shownAddress } from '../../../platform/shown-address.ts'
import { words } from '../../../platform/words.ts'
import { EditDrawer } from '../../../ui/edit-drawer.tsx'
import { EmailField } from '../../../ui/fields/email-field.tsx'
import { PhoneField } from '../../../ui/fields/phone-field.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import classes from '../companies.module.css'

type Values = FormValues<typeof updateContact>

const toValues = (contact: Contact): Values => ({
  version: contact.version,
  firstName: contact.firstName,
  lastName: contact.lastName,
  jobTitle: contact.jobTitle ?? '',
  phone: typedPhone(contact.phone),
  mobile: typedPhone(contact.mobile),
  email: shownAddress(contact.email),
  siteId: contact.site?.id ?? null,
})

const blank = (site: string | undefined): Values => ({
  version: 0,
  firstName: '',
  lastName: '',
  jobTitle: '',
  phone: '',
  mobile: '',
  email: '',
  siteId: site ?? null,
})

interface ContactDrawerProps {
  readonly place: CompanyPlace
  /** Absent: a new contact. */
  readonly contact?: Contact
  /** Site of a new contact. */
  readonly site?: string
  /** A new contact, as it was kept. */
  readonly onCreated?: (contact: Contact) => void
  readonly onClose: () => void
}

/** A person of the company: name, function, numbers, e-mail and site. */
export const ContactDrawer = ({ place, contact, site, onCreated, onClose }: ContactDrawerProps) => {
  const { universe, company } = place
  const [idempotencyKey] = useState(newIdempotencyKey)
  const sites = useQuery(read(listSites, { params: { universe, company }, query: { state: 'open' } })).data?.items ?? []
  const form = useContractForm(updateContact, {
    defaultValues: contact ? toValues(contact) : blank(site),
    fromCurrent: (current) => toValues(current as Contact),
  })
  const save = async (values: Values) => {
    const { version: _version, ...body } = values
    if (contact) await call(updateContact, { params: { universe, company, contact: contact.id }, body: values })
    else {
      const created = await call(createContact, { params: { universe, company }, body, idempotencyKey })
      onCreated?.(created)
    }
    notifySuccess(contact ? undefined : m.companies_contact_created({ name: `${values.firstName} ${values.lastName}`.trim() }))
    onClose()
  }
  // The contact's own site stays in the list, closed or beyond its first page.
  const held = contact?.site && !sites.some((one) => one.id === contact.site?.id) ? [contact.site] : []
  const options = [...held, ...sites].map(({ id, name }) => ({ value: id, label: name }))
  return (
    <EditDrawer
      title={contact ? m.companies_contact_edit() : m.companies_contact_new()}
      form={form}
      onSave={save}
      onClose={onClose}
      {...(contact ? {} : { saveLabel: m.companies_contact_create() })}
      fieldLabels={{
        firstName: m.companies_first_name(),
        lastName: m.companies_last_name(),
        jobTitle: words(contactWords.jobTitle),
        email: words(contactWords.email),
        phone: words(siteWords.phone),
        mobile: words(contactWords.mobile),
      }}
    >
      <div className={classes.pair}>
        <TextField form={form} name="firstName" label={m.companies_first_name()} autoFocus />
        <TextField form={form} name="lastName" label={m.companies_last_name()} required />
      </div>
      <TextField form={form} name="jobTitle" label={words(contactWords.jobTitle)} />
      <EmailField
        form={form}
        name="email"
        label={words(contactWords.email)}
        {...(contact?.access ? { description: m.companies_contact_email_kept(), required: true } : {})}
      />
      <div className={classes.pair}>
        <PhoneField form={form} name="phone" label={words(siteWords.phone)} />
        <PhoneField form={form} name="mobile" label={words(contactWords.mobile)} />
      </div>
      <SelectField
        form={form}
        name="siteId"
        label={words(contactWords.site)}
        placeholder={words(contactWords.wholeCompany)}
        options={options}
        clearable
        emptyAs="null"
      />
    </EditDrawer>
  )
}
