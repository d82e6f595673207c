import { Text } from '@mantine/core'
import { useWatch } from 'react-hook-form'
import { stepActors } from '#api/catalog/rules/offer-definition'
import { planDelivery } from '#api/orders/delivery/delivery'
import type { Order } from '#api/orders/reading/orders'
import { isOpenStep } from '#api/orders/rules/step-lifecycle'
import { isCivilDate } from '#api/rules/civil-date'
import * as m from '#messages/delivery'
import { call } from '../../../../platform/call.ts'
import { type FormValues, useContractForm } from '../../../../platform/form/use-contract-form.ts'
import { formatDay } from '../../../../platform/format.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { words } from '../../../../platform/words.ts'
import { WhatChanged } from '../../../../ui/acts/what-changed.tsx'
import { EditDrawer } from '../../../../ui/edit-drawer.tsx'
import { DateField } from '../../../../ui/fields/date-field.tsx'
import { SelectField } from '../../../../ui/fields/select-field.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { actorLabel } from '../../../subscriptions/order-labels.ts'
import { useSeenOrder } from '../../life/changes/use-order-acts.ts'
import classes from '../../orders.module.css'

/** The latest day among the steps, as typed. */
const stepsLastDay = (steps: readonly ({ readonly plannedOn?: string | null | undefined } | undefined)[]): string | undefined =>
  steps
    .flatMap((step) => (step?.plannedOn && isCivilDate(step.plannedOn) ? [step.plannedOn] : []))
    .sort()
    .at(-1)

/** The day of delivery, and for each open step its day and who acts. */
export const PlanDrawer = ({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) => {
  const universe = useUniverse()
  const { changes, send } = useSeenOrder(order)
  const open = order.steps.filter(({ state }) => isOpenStep(state))
  // The steps as they were when the drawer opened: rows stay under the hand while the order lives.
  const form = useContractForm(planDelivery, {
    defaultValues: {
      version: order.version,
      plannedOn: order.plannedOn,
      steps: open.map(({ id, version, plannedOn, actor }) => ({ id, version, plannedOn, actor })),
    },
  })
  const rows = form.formState.defaultValues?.steps ?? []
  const planned = useWatch({ control: form.control })
  const lastStep = stepsLastDay(planned.steps ?? [])
  const isBeforeSteps = Boolean(planned.plannedOn && lastStep && isCivilDate(planned.plannedOn) && planned.plannedOn < lastStep)
  const save = async ({ plannedOn, steps }: FormValues<typeof planDelivery>) => {
    await send((seen) =>
      call(planDelivery, {
        params: { universe, order: order.reference },
        body: {
          version: seen.version,
          plannedOn,
          // Steps that somebody finished meanwhile are no longer planned.
          steps: steps.flatMap((step) => {
            const now = seen.steps.find(({ id }) => id === step.id)
            return now && isOpenStep(now.state) ? [{ ...step, version: now.version }] : []
          }),
        },
      }),
    )
    notifySuccess(m.delivery_planned())
    onClose()
  }
  return (
    <EditDrawer title={m.delivery_plan_title({ reference: order.reference })} form={form} onSave={save} onClose={onClose} size={720}>
      <WhatChanged changes={changes} />
      <Text c="dimmed">{order.wishedOn ? m.delivery_wished({ day: formatDay(order.wishedOn) }) : m.delivery_wished_soon()}</Text>
      <div>
        <DateField form={form} name="plannedOn" label={m.delivery_day()} description={m.delivery_day_hint()} emptyAs="null" />
        <div role="status">
          {isBeforeSteps && lastStep ? (
            <Text fz="sm" mt={4} className={classes.warned}>
              {m.delivery_day_before_steps({ day: formatDay(lastStep) })}
            </Text>
          ) : null}
        </div>
      </div>
      <div>
        {rows.map((row, index) => {
          const step = order.steps.find(({ id }) => id === row?.id)
          const label = step ? words(step.label) : ''
          return (
            <fieldset
              key={row?.id}
              className={classes.planRow}
              style={{ border: 0, borderTop: '1px solid var(--line)', margin: 0, paddingInline: 0 }}
            >
              <legend className="visually-hidden">{label}</legend>
              <Text fw={500} pb={6} aria-hidden>
                {label}
              </Text>
              <DateField form={form} name={`steps.${index}.plannedOn`} label={m.delivery_planned_on()} emptyAs="null" />
              <SelectField
                form={form}
                name={`steps.${index}.actor`}
                label={m.delivery_who_acts()}
                options={stepActors.map((value) => ({ value, label: actorLabel(value) }))}
              />
            </fieldset>
          )
        })}
      </div>
    </EditDrawer>
  )
}
