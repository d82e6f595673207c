import { ActionIcon, Button, MultiSelect, Select } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Controller } from 'react-hook-form'
import type { Characteristic, CharacteristicType } from '#api/catalog/rules/offer-definition'
import * as m from '#messages/catalog'
import { words } from '../../../../platform/words.ts'
import { AmountField } from '../../../../ui/fields/amount-field.tsx'
import { CheckboxField } from '../../../../ui/fields/checkbox-field.tsx'
import { NumberField } from '../../../../ui/fields/number-field.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import { SortableList } from '../../../../ui/sortable/sortable-list.tsx'
import classes from '../../catalog.module.css'
import { everyOfferQuery } from '../../catalog.queries.ts'
import { BilingualFields, OptionalBilingual } from './bilingual-fields.tsx'
import { ConditionsEditor } from './conditions-editor.tsx'
import type { EditorForm, EditorPartProps } from './editor-form.ts'
import { characteristicLabel, typeLabel, wordsOr } from './item-labels.ts'
import { characteristicTypes, suggestedKey, withType } from './new-characteristic.ts'
import { useRows } from './use-rows.ts'

type Option = Extract<Characteristic, { type: 'choice' }>['options'][number]

/** Names of prices that no question may take. */
const pricesOfOffer = ['base', 'termination']

const keysOf = (form: EditorForm): readonly string[] =>
  (form.getValues('definition.characteristics') as readonly Characteristic[]).map(({ key }) => key)

/** Words that were just typed give the key that they lack; one that was typed stays. */
const suggestKey = (form: EditorForm, name: string, label: string, taken: readonly string[]) => {
  const key = form.getValues(name) === '' ? suggestedKey(label, taken) : ''
  if (key !== '') form.setValue(name, key, { shouldDirty: true, shouldValidate: true })
}

const Options = ({ form, readOnly, name }: EditorPartProps & { readonly name: string }) => {
  const { rows, add, remove, move, rowKey } = useRows<Option>(form, `${name}.options`)
  const optionLabel = (row: Option, index: number) => wordsOr(row.label, m.catalog_option_number({ number: index + 1 }))
  return (
    <fieldset className={classes.bare} aria-label={m.catalog_options()}>
      <SortableList label={m.catalog_options()} rows={rows} rowLabel={optionLabel} onMove={move} readOnly={readOnly}>
        {(row, index) => (
          <div key={rowKey(index)} className={classes.entry} style={{ paddingBlock: 0 }}>
            <div className={classes.fields}>
              <BilingualFields
                form={form}
                name={`${name}.options.${index}.label`}
                label={m.catalog_option_number({ number: index + 1 })}
                onFrench={(label) =>
                  suggestKey(
                    form,
                    `${name}.options.${index}.value`,
                    label,
                    rows.map(({ value }) => value),
                  )
                }
              />
              <TextField form={form} name={`${name}.options.${index}.value`} label={m.catalog_option_value()} required />
            </div>
            {readOnly || rows.length === 1 ? null : (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={34}
                aria-label={m.catalog_remove({ label: optionLabel(row, index) })}
                onClick={() => remove(index)}
              >
                <IconTrash size={17} stroke={1.6} aria-hidden />
              </ActionIcon>
            )}
          </div>
        )}
      </SortableList>
      {readOnly ? null : (
        <Button
          mt="xs"
          size="xs"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => add({ value: '', label: { fr: '', en: '' } })}
        >
          {m.catalog_add_option()}
        </Button>
      )}
    </fieldset>
  )
}

const Bounds = ({ form, name }: { readonly form: EditorForm; readonly name: string }) => (
  <>
    <div className={classes.step}>
      <AmountField form={form} name={`${name}.minimum`} label={m.catalog_minimum()} required />
      <AmountField form={form} name={`${name}.maximum`} label={m.catalog_maximum()} required />
      <AmountField form={form} name={`${name}.step`} label={m.catalog_step()} required />
    </div>
    <OptionalBilingual form={form} name={`${name}.unit`} label={m.catalog_unit()} />
  </>
)

const Text = ({ form, name }: { readonly form: EditorForm; readonly name: string }) => (
  <>
    <div className={classes.pair}>
      <NumberField form={form} name={`${name}.maximum`} label={m.catalog_text_maximum()} required />
      <TextField
        form={form}
        name={`${name}.pattern`}
        label={m.catalog_pattern()}
        description={m.catalog_pattern_hint()}
        emptyAs="undefined"
      />
    </div>
    <OptionalBilingual form={form} name={`${name}.patternHint`} label={m.catalog_pattern_words()} />
  </>
)

const Contracts = ({ form, name }: { readonly form: EditorForm; readonly name: string }) => {
  const { data: offers = [] } = useQuery(everyOfferQuery())
  return (
    <Controller
      control={form.control}
      name={`${name}.offers`}
      render={({ field: { value, onChange, onBlur }, fieldState: { error } }) => (
        <MultiSelect
          label={m.catalog_contract_offers()}
          description={m.catalog_contract_offers_hint()}
          searchable
          data={offers.filter(({ kind }) => kind === 'contract').map((offer) => ({ value: offer.code, label: words(offer.name) }))}
          value={value as string[]}
          onChange={onChange}
          onBlur={onBlur}
          error={error?.message}
        />
      )}
    />
  )
}

interface CharacteristicEditorProps extends EditorPartProps {
  readonly index: number
  readonly characteristic: Characteristic
  /** Those before it: what its conditions may look at. */
  readonly earlier: readonly Characteristic[]
  readonly onReplace: (row: Characteristic) => void
  readonly onRemove: () => void
}

/** One question of the form: what is asked, what answers it, and when it is asked. */
export const CharacteristicEditor = ({
  form,
  readOnly,
  index,
  characteristic,
  earlier,
  onReplace,
  onRemove,
}: CharacteristicEditorProps) => {
  const name = `definition.characteristics.${index}`
  const { type } = characteristic
  return (
    <SectionCard
      title={characteristicLabel(characteristic, index)}
      actions={
        readOnly ? null : (
          <Button size="xs" variant="subtle" color="red" leftSection={<IconTrash size={15} stroke={1.6} aria-hidden />} onClick={onRemove}>
            {m.catalog_remove_characteristic()}
          </Button>
        )
      }
    >
      <fieldset className={classes.fields} disabled={readOnly}>
        <BilingualFields
          form={form}
          name={`${name}.label`}
          label={m.catalog_question()}
          onFrench={(label) => suggestKey(form, `${name}.key`, label, [...pricesOfOffer, ...keysOf(form)])}
        />
        <div className={classes.pair}>
          <TextField form={form} name={`${name}.key`} label={m.catalog_key()} description={m.catalog_key_hint()} required />
          <Select
            label={m.catalog_type()}
            description={m.catalog_type_hint()}
            withAsterisk
            allowDeselect={false}
            data={characteristicTypes.map((value) => ({ value, label: typeLabel(value) }))}
            value={type}
            onChange={(value) => value && value !== type && onReplace(withType(characteristic, value as CharacteristicType))}
          />
        </div>
        {type === 'boolean' ? null : <CheckboxField form={form} name={`${name}.required`} label={m.catalog_must_answer()} />}
        <OptionalBilingual form={form} name={`${name}.help`} label={m.catalog_help()} />
        {type === 'choice' ? <Options form={form} readOnly={readOnly} name={name} /> : null}
        {type === 'number' ? <Bounds form={form} name={name} /> : null}
        {type === 'text' ? <Text form={form} name={name} /> : null}
        {type === 'contract' ? <Contracts form={form} name={name} /> : null}
        <ConditionsEditor form={form} readOnly={readOnly} name={`${name}.when`} earlier={earlier} />
      </fieldset>
    </SectionCard>
  )
}
