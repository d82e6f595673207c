import { SegmentedControl, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { Controller, type FieldValues } from 'react-hook-form'
import { createOffer } from '#api/catalog/admin/offer-versions'
import { offerKinds } from '#api/catalog/offers/offers'
import { offerWords } from '#api/catalog/words'
import { pages } from '#api/pages'
import * as m from '#messages/catalog'
import { call } from '../../../../platform/call.ts'
import { type ContractForm, useContractForm } from '../../../../platform/form/use-contract-form.ts'
import { words } from '../../../../platform/words.ts'
import { EditDrawer } from '../../../../ui/edit-drawer.tsx'
import { SelectField } from '../../../../ui/fields/select-field.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { everyOfferQuery } from '../../catalog.queries.ts'
import { kindLabel } from '../../catalog-labels.ts'
import { type Family, OfferFields } from './offer-fields.tsx'

/** A new offer with its first draft, empty or copied from another. */
export const CreateOfferDrawer = ({ families, onClose }: { readonly families: readonly Family[]; readonly onClose: () => void }) => {
  const navigate = useNavigate()
  const { data: offers = [] } = useQuery(everyOfferQuery())
  const kindId = useId()
  const form = useContractForm(createOffer, {
    defaultValues: {
      code: '',
      kind: 'contract',
      name: { fr: '', en: '' },
      universes: ['client', 'ambassador', 'operator'],
      addsTo: [],
      position: 0,
    },
  })
  const isAddition = form.watch('kind') === 'addition'
  return (
    <EditDrawer
      title={m.catalog_create()}
      saveLabel={m.catalog_create_save()}
      form={form}
      size={560}
      onClose={onClose}
      onSave={async (body) => {
        const made = await call(createOffer, { params: { universe: 'carrier' }, body: { ...body, addsTo: isAddition ? body.addsTo : [] } })
        notifySuccess(m.catalog_created({ name: words(made.name) }))
        onClose()
        await navigate({ to: pages.offer, params: { universe: 'carrier', offer: made.code } })
      }}
    >
      <Stack gap={6}>
        <Text fw={500} fz="sm" id={kindId}>
          {words(offerWords.kind)}
        </Text>
        <Controller
          control={form.control}
          name="kind"
          render={({ field: { value, onChange } }) => (
            <SegmentedControl
              aria-labelledby={kindId}
              value={value}
              onChange={onChange}
              data={offerKinds.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
            />
          )}
        />
      </Stack>
      <TextField
        form={form}
        name="code"
        label={words(offerWords.code)}
        description={m.catalog_code_hint()}
        required
        tidy={(text) => text.trim().toUpperCase()}
      />
      <OfferFields form={form as unknown as ContractForm<FieldValues>} families={families} isAddition={isAddition} />
      <SelectField
        form={form}
        name="copyOf"
        label={m.catalog_copy_of()}
        description={m.catalog_copy_of_hint()}
        clearable
        searchable
        emptyAs="undefined"
        options={offers.map(({ code, name }) => ({ value: code, label: words(name) }))}
      />
    </EditDrawer>
  )
}
