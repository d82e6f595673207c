import { Checkbox, Group, MultiSelect, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Controller, type FieldValues } from 'react-hook-form'
import { offerUniverses } from '#api/catalog/admin/offer-versions'
import { offerWords } from '#api/catalog/words'
import * as m from '#messages/catalog'
import type { ContractForm } from '../../../../platform/form/use-contract-form.ts'
import { words } from '../../../../platform/words.ts'
import { NumberField } from '../../../../ui/fields/number-field.tsx'
import { SelectField } from '../../../../ui/fields/select-field.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { everyOfferQuery } from '../../catalog.queries.ts'
import { universeLabel } from '../../catalog-labels.ts'

export interface Family {
  readonly code: string
  readonly name: { readonly fr: string; readonly en: string }
}

interface OfferFieldsProps {
  readonly form: ContractForm<FieldValues>
  readonly families: readonly Family[]
  readonly isAddition: boolean
}

const messageOf = (error: unknown): string | undefined => {
  if (Array.isArray(error)) return messageOf(error.find(Boolean))
  const message = (error as { message?: unknown } | undefined)?.message
  return typeof message === 'string' ? message : undefined
}

/** Where an offer stands: names, family, who may order it, what it adds to. */
export const OfferFields = ({ form, families, isAddition }: OfferFieldsProps) => {
  const { data: offers = [] } = useQuery(everyOfferQuery())
  return (
    <>
      <TextField form={form} name="name.fr" label={m.catalog_name_fr()} required />
      <TextField form={form} name="name.en" label={m.catalog_name_en()} required />
      <SelectField
        form={form}
        name="family"
        label={words(offerWords.family)}
        required
        options={families.map(({ code, name }) => ({ value: code, label: words(name) }))}
      />
      <Controller
        control={form.control}
        name="universes"
        render={({ field: { value, onChange }, fieldState: { error } }) => (
          <Checkbox.Group
            label={m.catalog_universes()}
            description={m.catalog_universes_hint()}
            value={value as string[]}
            onChange={onChange}
            error={messageOf(error)}
          >
            <Group mt={6} gap="lg">
              {offerUniverses.map((universe) => (
                <Checkbox key={universe} value={universe} label={universeLabel(universe)} />
              ))}
            </Group>
          </Checkbox.Group>
        )}
      />
      {isAddition ? (
        <Stack gap={0}>
          <Controller
            control={form.control}
            name="addsTo"
            render={({ field: { value, onChange, onBlur }, fieldState: { error } }) => (
              <MultiSelect
                label={m.catalog_adds_to()}
                description={m.catalog_adds_to_hint()}
                withAsterisk
                searchable
                data={offers.filter(({ kind }) => kind === 'contract').map(({ code, name }) => ({ value: code, label: words(name) }))}
                value={value as string[]}
                onChange={onChange}
                onBlur={onBlur}
                error={messageOf(error)}
              />
            )}
          />
        </Stack>
      ) : null}
      <NumberField form={form} name="position" label={m.catalog_position()} description={m.catalog_position_hint()} required />
    </>
  )
}
