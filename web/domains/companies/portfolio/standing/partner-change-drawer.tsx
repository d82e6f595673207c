import { Select } from '@mantine/core'
import { useState } from 'react'
import { changePartner } from '#api/companies/portfolio/clients'
import * as m from '#messages/portfolio'
import { call, newIdempotencyKey } from '../../../../platform/call.ts'
import { useContractForm } from '../../../../platform/form/use-contract-form.ts'
import { EditDrawer } from '../../../../ui/edit-drawer.tsx'
import { DateField } from '../../../../ui/fields/date-field.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { partnerFromValue, partnerSelectData, partnerValue, usePartnerOptions } from '../partner-options.ts'

export const PartnerChangeDrawer = ({ company, onClose }: { readonly company: string; readonly onClose: () => void }) => {
  const [idempotencyKey] = useState(newIdempotencyKey)
  const partners = usePartnerOptions()
  const form = useContractForm(changePartner, { defaultValues: { partner: null, effectiveOn: '', reason: '' } })
  return (
    <EditDrawer
      title={m.portfolio_partner_change()}
      form={form}
      onClose={onClose}
      onSave={async (body) => {
        await call(changePartner, { params: { universe: 'carrier', company }, body, idempotencyKey })
        notifySuccess()
        onClose()
      }}
    >
      <Select
        label={m.portfolio_partner_new()}
        description={m.portfolio_partner_hint()}
        searchable
        allowDeselect={false}
        data={partnerSelectData(partners)}
        value={partnerValue(form.watch('partner'))}
        onChange={(next) => form.setValue('partner', partnerFromValue(next), { shouldDirty: true, shouldValidate: true })}
        error={form.formState.errors.partner?.message as string | undefined}
      />
      <DateField form={form} name="effectiveOn" label={m.portfolio_partner_day()} required />
      <TextField form={form} name="reason" label={m.portfolio_reason()} required />
    </EditDrawer>
  )
}
