import { stepActors } from '#api/catalog/rules/offer-definition'
import { addStep } from '#api/orders/delivery/delivery'
import type { Order } from '#api/orders/reading/orders'
import * as m from '#messages/delivery'
import { call } from '../../../../platform/call.ts'
import { type FormValues, useContractForm } from '../../../../platform/form/use-contract-form.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { words } from '../../../../platform/words.ts'
import { WhatChanged } from '../../../../ui/acts/what-changed.tsx'
import { EditDrawer } from '../../../../ui/edit-drawer.tsx'
import { DateField } from '../../../../ui/fields/date-field.tsx'
import { SelectField } from '../../../../ui/fields/select-field.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { actorLabel } from '../../../subscriptions/order-labels.ts'
import { useSeenOrder } from '../../life/changes/use-order-acts.ts'

/** A step that the offer did not foresee. */
export const AddStepDrawer = ({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) => {
  const universe = useUniverse()
  const { changes, send } = useSeenOrder(order)
  const form = useContractForm(addStep, {
    defaultValues: { version: order.version, label: '', actor: 'carrier', plannedOn: null, after: order.steps.at(-1)?.id },
  })
  const save = async (values: FormValues<typeof addStep>) => {
    await send((seen) => call(addStep, { params: { universe, order: order.reference }, body: { ...values, version: seen.version } }))
    notifySuccess(m.delivery_step_added({ step: values.label }))
    onClose()
  }
  return (
    <EditDrawer title={m.delivery_add_step()} form={form} onSave={save} onClose={onClose} saveLabel={m.delivery_add_step()} size={460}>
      <WhatChanged changes={changes} />
      <TextField form={form} name="label" label={m.delivery_step_label()} maxLength={120} required autoFocus />
      <SelectField
        form={form}
        name="actor"
        label={m.delivery_who_acts()}
        options={stepActors.map((value) => ({ value, label: actorLabel(value) }))}
        required
      />
      <DateField form={form} name="plannedOn" label={m.delivery_planned_on()} emptyAs="null" />
      {order.steps.length > 0 ? (
        <SelectField
          form={form}
          name="after"
          label={m.delivery_after()}
          options={order.steps.map(({ id, label }) => ({ value: id, label: words(label) }))}
          emptyAs="undefined"
        />
      ) : null}
    </EditDrawer>
  )
}
