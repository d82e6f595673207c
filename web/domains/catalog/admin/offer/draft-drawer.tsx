import { Select } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type AdminOfferPage, draftOfferVersion } from '#api/catalog/admin/offer-versions'
import { pages } from '#api/pages'
import * as m from '#messages/catalog'
import { call, newIdempotencyKey } from '../../../../platform/call.ts'
import { useContractForm } from '../../../../platform/form/use-contract-form.ts'
import { EditDrawer } from '../../../../ui/edit-drawer.tsx'
import { DateField } from '../../../../ui/fields/date-field.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { stageLabel } from '../../catalog-labels.ts'

interface DraftDrawerProps {
  readonly offer: AdminOfferPage
  readonly from?: number
  readonly onClose: () => void
}

/** A draft that begins as a copy of a version: the one in force unless told. */
export const DraftDrawer = ({ offer, from, onClose }: DraftDrawerProps) => {
  const navigate = useNavigate()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const form = useContractForm(draftOfferVersion, {
    defaultValues: { from: from ?? offer.current?.number ?? offer.versions[0]?.number ?? 1, validFrom: '' },
  })
  return (
    <EditDrawer
      title={m.catalog_draft()}
      saveLabel={m.catalog_draft_save()}
      form={form}
      onClose={onClose}
      onSave={async (body) => {
        const made = await call(draftOfferVersion, { params: { universe: 'carrier', offer: offer.code }, body, idempotencyKey })
        notifySuccess(m.catalog_drafted({ number: made.number }))
        onClose()
        await navigate({
          to: pages.offerVersion,
          params: { universe: 'carrier', offer: offer.code, number: String(made.number) },
        })
      }}
    >
      <Select
        label={m.catalog_draft_from()}
        description={m.catalog_draft_from_hint()}
        allowDeselect={false}
        data={offer.versions.map(({ number, stage }) => ({
          value: String(number),
          label: `${m.catalog_version({ number })} · ${stageLabel(stage)}`,
        }))}
        value={String(form.watch('from'))}
        onChange={(value) => form.setValue('from', Number(value), { shouldDirty: true })}
        error={form.formState.errors.from?.message}
      />
      <DateField form={form} name="validFrom" label={m.catalog_valid_from()} description={m.catalog_valid_from_hint()} required />
    </EditDrawer>
  )
}
