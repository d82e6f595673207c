import { ActionIcon, Button, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useWatch } from 'react-hook-form'
import type { CommitmentOption, OfferDefinition } from '#api/catalog/rules/offer-definition'
import * as m from '#messages/catalog'
import { AmountField } from '../../../../ui/fields/amount-field.tsx'
import { CheckboxField } from '../../../../ui/fields/checkbox-field.tsx'
import { NumberField } from '../../../../ui/fields/number-field.tsx'
import { SelectField } from '../../../../ui/fields/select-field.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import classes from '../../catalog.module.css'
import type { EditorForm, EditorPartProps } from './editor-form.ts'
import { characteristicLabel } from './item-labels.ts'
import { useRows } from './use-rows.ts'

const commitments = 'definition.commitments'

const Commitments = ({ form, readOnly }: EditorPartProps) => {
  const { rows, add, remove, rowKey } = useRows<CommitmentOption>(form, commitments)
  const error = form.getFieldState(commitments, form.formState).error
  return (
    <SectionCard title={m.catalog_commitments()} description={m.catalog_commitments_hint()}>
      {rows.map((row, index) => (
        <div key={rowKey(index)} className={classes.step}>
          <NumberField form={form} name={`${commitments}.${index}.months`} label={m.catalog_months()} required />
          <AmountField
            form={form}
            name={`${commitments}.${index}.discountBasisPoints`}
            label={m.catalog_discount()}
            scale={100}
            suffix="%"
            required
          />
          {readOnly ? null : (
            <ActionIcon
              variant="subtle"
              color="gray"
              mt={26}
              size={34}
              aria-label={m.catalog_remove({ label: m.catalog_commitment_of({ months: String(row.months ?? '') }) })}
              onClick={() => remove(index)}
            >
              <IconTrash size={17} stroke={1.6} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {typeof error?.message === 'string' ? (
        <Text role="alert" fz="sm" className={classes.wrong}>
          {error.message}
        </Text>
      ) : null}
      {readOnly ? null : (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => add({ months: 12, discountBasisPoints: 0 })}
        >
          {m.catalog_add_commitment()}
        </Button>
      )}
    </SectionCard>
  )
}

/** What the contract counts: one of the numbers that the form asks. */
const Quantity = ({ form }: { readonly form: EditorForm }) => {
  const characteristics = (useWatch({ control: form.control, name: 'definition.characteristics' }) ??
    []) as OfferDefinition['characteristics']
  return (
    <SectionCard title={m.catalog_quantity()} description={m.catalog_quantity_hint()}>
      <div className={classes.pair}>
        <SelectField
          form={form}
          name="definition.quantityKey"
          label={m.catalog_quantity_key()}
          clearable
          emptyAs="undefined"
          placeholder={m.catalog_quantity_none()}
          options={characteristics.flatMap((one, index) =>
            one.type === 'number' && one.key !== '' ? [{ value: one.key, label: characteristicLabel(one, index) }] : [],
          )}
        />
        <NumberField
          form={form}
          name="definition.freeIncomingPerUnit"
          label={m.catalog_free_incoming()}
          description={m.catalog_free_incoming_hint()}
          emptyAs="undefined"
        />
        <TextField form={form} name="definition.usagePlan" label={m.catalog_usage_plan()} emptyAs="undefined" />
      </div>
    </SectionCard>
  )
}

/** Commitments, notice, penalty, and what is counted. */
export const TermsTab = ({ form, readOnly }: EditorPartProps) => (
  <fieldset className={classes.fields} disabled={readOnly}>
    <Commitments form={form} readOnly={readOnly} />
    <SectionCard title={m.catalog_leaving()}>
      <div className={classes.pair}>
        <NumberField form={form} name="definition.notice.count" label={m.catalog_notice()} required />
        <SelectField
          form={form}
          name="definition.notice.unit"
          label={m.catalog_notice_unit()}
          required
          options={[
            { value: 'month', label: m.catalog_unit_month() },
            { value: 'day', label: m.catalog_unit_day() },
          ]}
        />
        <AmountField
          form={form}
          name="definition.penaltyBasisPoints"
          label={m.catalog_penalty()}
          description={m.catalog_penalty_hint()}
          scale={100}
          suffix="%"
          required
        />
      </div>
      <div className={classes.after}>
        <CheckboxField
          form={form}
          name="definition.tacitRenewal"
          label={m.catalog_renewal_tacit()}
          description={m.catalog_renewal_hint()}
        />
      </div>
    </SectionCard>
    <Quantity form={form} />
  </fieldset>
)
