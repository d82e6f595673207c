import { ActionIcon, Button, Select } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useWatch } from 'react-hook-form'
import {
  type DeliveredService,
  type DeliveryStep,
  type OfferDefinition,
  type StepActor,
  stepActors,
} from '#api/catalog/rules/offer-definition'
import { type ServiceKind, serviceKinds } from '#api/catalog/rules/service-kinds'
import { stepActorWords } from '#api/rules/order-words'
import * as m from '#messages/catalog'
import { words } from '../../../../platform/words.ts'
import { CheckboxField } from '../../../../ui/fields/checkbox-field.tsx'
import { NumberField } from '../../../../ui/fields/number-field.tsx'
import { SelectField } from '../../../../ui/fields/select-field.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import { SortableList } from '../../../../ui/sortable/sortable-list.tsx'
import classes from '../../catalog.module.css'
import { BilingualFields } from './bilingual-fields.tsx'
import type { EditorPartProps } from './editor-form.ts'
import { characteristicLabel, serviceKindLabel, wordsOr } from './item-labels.ts'
import { useRows } from './use-rows.ts'

const actorLabel = (actor: StepActor): string => words(stepActorWords[actor])

const RemoveButton = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }) => (
  <ActionIcon variant="subtle" color="gray" size={34} aria-label={m.catalog_remove({ label })} onClick={onClick}>
    <IconTrash size={17} stroke={1.6} aria-hidden />
  </ActionIcon>
)

const AddButton = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }) => (
  <Button mt="sm" size="xs" variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={onClick}>
    {label}
  </Button>
)

const Steps = ({ form, readOnly }: EditorPartProps) => {
  const name = 'definition.steps'
  const { rows, add, remove, move, rowKey } = useRows<DeliveryStep>(form, name)
  const stepLabel = (step: DeliveryStep, index: number) => wordsOr(step.label, m.catalog_step_number({ number: index + 1 }))
  return (
    <SectionCard title={m.catalog_steps()} description={m.catalog_steps_hint()}>
      <SortableList label={m.catalog_steps()} rows={rows} rowLabel={stepLabel} onMove={move} readOnly={readOnly}>
        {(step, index) => (
          <div key={rowKey(index)} className={classes.fields}>
            <BilingualFields form={form} name={`${name}.${index}.label`} label={m.catalog_step_number({ number: index + 1 })} />
            <div className={classes.step}>
              <SelectField
                form={form}
                name={`${name}.${index}.actor`}
                label={m.catalog_step_actor()}
                required
                options={stepActors.map((value) => ({ value, label: actorLabel(value) }))}
              />
              <NumberField form={form} name={`${name}.${index}.days`} label={m.catalog_step_days()} required />
              {readOnly || rows.length === 1 ? (
                <span />
              ) : (
                <div style={{ alignSelf: 'end' }}>
                  <RemoveButton label={stepLabel(step, index)} onClick={() => remove(index)} />
                </div>
              )}
            </div>
          </div>
        )}
      </SortableList>
      {readOnly ? null : (
        <AddButton label={m.catalog_add_step()} onClick={() => add({ label: { fr: '', en: '' }, actor: 'carrier', days: 1 })} />
      )}
    </SectionCard>
  )
}

const perCharacteristic = 'characteristic:'

const Services = ({ form, readOnly }: EditorPartProps) => {
  const name = 'definition.services'
  const { rows, add, remove, replace, rowKey } = useRows<DeliveredService>(form, name)
  const characteristics = (useWatch({ control: form.control, name: 'definition.characteristics' }) ??
    []) as OfferDefinition['characteristics']
  const kindOptions = serviceKinds.map((value: ServiceKind) => ({ value, label: serviceKindLabel(value) }))
  const perOptions = [
    { value: 'contract', label: m.catalog_per_contract() },
    { value: 'site', label: m.catalog_per_site() },
    ...characteristics.flatMap((one, index) =>
      one.type === 'number' && one.key !== ''
        ? [{ value: `${perCharacteristic}${one.key}`, label: m.catalog_per_characteristic({ label: characteristicLabel(one, index) }) }]
        : [],
    ),
  ]
  return (
    <SectionCard title={m.catalog_services()} description={m.catalog_services_hint()}>
      {rows.map((service, index) => {
        const label = wordsOr(service.name, m.catalog_service_number({ number: index + 1 }))
        return (
          <div key={rowKey(index)} className={classes.entry}>
            <div className={classes.fields}>
              <BilingualFields form={form} name={`${name}.${index}.name`} label={m.catalog_service_name()} />
              <div className={classes.pair}>
                <SelectField form={form} name={`${name}.${index}.kind`} label={m.catalog_service_kind()} required options={kindOptions} />
                <Select
                  label={m.catalog_service_per()}
                  withAsterisk
                  allowDeselect={false}
                  data={perOptions}
                  value={typeof service.per === 'object' ? `${perCharacteristic}${service.per.characteristic}` : service.per}
                  onChange={(value) => {
                    const per = value?.startsWith(perCharacteristic)
                      ? { characteristic: value.slice(perCharacteristic.length) }
                      : value === 'site'
                        ? ('site' as const)
                        : ('contract' as const)
                    replace(rows.with(index, { ...service, per }))
                  }}
                  error={form.getFieldState(`${name}.${index}.per`, form.formState).error?.message}
                />
              </div>
              <CheckboxField form={form} name={`${name}.${index}.accountcode`} label={m.catalog_service_accountcode()} />
            </div>
            {readOnly ? null : <RemoveButton label={label} onClick={() => remove(index)} />}
          </div>
        )
      })}
      {readOnly ? null : (
        <AddButton
          label={m.catalog_add_service()}
          onClick={() => add({ kind: 'option', name: { fr: '', en: '' }, per: 'contract', accountcode: false })}
        />
      )}
    </SectionCard>
  )
}

/** How the offer is delivered: lead time, sites, steps, and the services that it creates. */
export const DeliveryTab = ({ form, readOnly }: EditorPartProps) => (
  <fieldset className={classes.fields} disabled={readOnly}>
    <SectionCard title={m.catalog_lead_time()}>
      <div className={classes.pair}>
        <NumberField
          form={form}
          name="definition.leadTimeDays"
          label={m.catalog_lead_days()}
          description={m.catalog_lead_hint()}
          required
        />
        <SelectField
          form={form}
          name="definition.sites"
          label={m.catalog_sites()}
          required
          options={[
            { value: 'one', label: m.catalog_sites_one() },
            { value: 'several', label: m.catalog_sites_several() },
          ]}
        />
      </div>
    </SectionCard>
    <Steps form={form} readOnly={readOnly} />
    <Services form={form} readOnly={readOnly} />
  </fieldset>
)
