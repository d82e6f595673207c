import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import * as z from 'zod/mini'
import { readCompany } from '#api/companies/company/company'
import { createPayment, listPayments, newPaymentSchema, type Payment } from '#api/companies/payment/payment'
import type { SiteRow } from '#api/companies/sites/sites'
import { listSites } from '#api/companies/sites/sites'
import { contactWords } from '#api/companies/words'
import * as m from '#messages/companies'
import type { CompanyPlace } from '../../../app/company/company-place.ts'
import { call, newIdempotencyKey } from '../../../platform/call.ts'
import { type FormValues, useContractForm } from '../../../platform/form/use-contract-form.ts'
import { read } from '../../../platform/reading/read.ts'
import { words } from '../../../platform/words.ts'
import { EditDrawer } from '../../../ui/edit-drawer.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import { PaymentFields } from './payment-fields.tsx'

interface NewPaymentDrawerProps {
  readonly place: CompanyPlace
  readonly site?: string
  readonly onClose: () => void
}

interface FilledProps extends NewPaymentDrawerProps {
  readonly name: string
  readonly sites: readonly SiteRow[]
  readonly payments: readonly Payment[]
}

/** The first that has none: the company, then its sites in their order. */
const firstFree = (sites: readonly SiteRow[], has: (siteId: string | null) => boolean): string | null =>
  has(null) ? (sites.find((one) => !has(one.id))?.id ?? null) : null

const Filled = ({ place, site, onClose, name, sites, payments }: FilledProps) => {
  const { universe, company } = place
  const navigate = useNavigate()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const existing = (siteId: string | null) => payments.find((payment) => (payment.site?.id ?? null) === siteId)
  const has = (siteId: string | null) => existing(siteId) !== undefined
  // Said at the field before anything is sent: the server, asked last, would have the identity confirmed for nothing.
  const [schema] = useState(() =>
    newPaymentSchema.check(z.refine(({ siteId }) => !has(siteId), { error: 'payment_exists', path: ['siteId'], when: () => true })),
  )
  const [begunFor] = useState(() => site ?? firstFree(sites, has))
  const office = sites.find((one) => one.id === begunFor) ?? sites.find((one) => one.isHeadOffice)
  const form = useContractForm(schema, {
    defaultValues: {
      siteId: begunFor,
      holderName: name,
      iban: '',
      bic: '',
      scheme: 'core',
      billingName: '',
      billingStreet: office?.street ?? '',
      billingComplement: office?.complement ?? '',
      billingPostcode: office?.postcode ?? '',
      billingCity: office?.city ?? '',
      billingCountry: office?.country ?? 'FR',
      billingEmail: '',
    },
  })
  const { trigger } = form
  const siteId = form.watch('siteId')
  // biome-ignore lint/correctness/useExhaustiveDependencies: judged whenever another is chosen, before it is left.
  useEffect(() => void trigger('siteId'), [siteId, trigger])
  const found = existing(siteId)
  const save = async (body: FormValues<typeof schema>) => {
    const payment = await call(createPayment, { params: { universe, company }, body, idempotencyKey })
    notifySuccess(m.companies_payment_created())
    onClose()
    await navigate({ ...place.link('payment', { payment: payment.id }), ignoreBlocker: true })
  }
  return (
    <EditDrawer title={m.companies_payment_new()} form={form} onSave={save} onClose={onClose} size={560}>
      <Text c="dimmed" fz="sm">
        {m.companies_payment_warns()}
      </Text>
      <SelectField
        form={form}
        name="siteId"
        label={m.companies_payment_scope()}
        placeholder={words(contactWords.wholeCompany)}
        options={sites.map((one) => ({ value: one.id, label: one.name }))}
        clearable
        emptyAs="null"
      />
      {found ? (
        <AnchorLink {...place.link('payment', { payment: found.id })} fz="sm">
          {m.companies_payment_see({ name: found.site?.name ?? words(contactWords.wholeCompany) })}
        </AnchorLink>
      ) : null}
      <PaymentFields form={form} />
    </EditDrawer>
  )
}

/** New payment coordinates, begun with the name and address that the portal knows; makes a mandate to sign, whose page opens. */
export const NewPaymentDrawer = (props: NewPaymentDrawerProps) => {
  const { universe, company } = props.place
  const sheet = useQuery(read(readCompany, { params: { universe, company } }))
  const sites = useQuery(read(listSites, { params: { universe, company }, query: { state: 'open' } }))
  const payments = useQuery(read(listPayments, { params: { universe, company } }))
  if (sheet.isPending || sites.isPending || payments.isPending) return null
  return <Filled {...props} name={sheet.data?.name ?? ''} sites={sites.data?.items ?? []} payments={payments.data?.items ?? []} />
}
