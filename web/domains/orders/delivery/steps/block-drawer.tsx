import { Text } from '@mantine/core'
import { stepActors } from '#api/catalog/rules/offer-definition'
import { blockStep } from '#api/orders/delivery/delivery'
import type { Order, OrderStep } from '#api/orders/reading/orders'
import * as m from '#messages/delivery'
import { call } from '../../../../platform/call.ts'
import { type FormValues, useContractForm } from '../../../../platform/form/use-contract-form.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { words } from '../../../../platform/words.ts'
import { WhatChanged } from '../../../../ui/acts/what-changed.tsx'
import { EditDrawer } from '../../../../ui/edit-drawer.tsx'
import { SelectField } from '../../../../ui/fields/select-field.tsx'
import { TextareaField } from '../../../../ui/fields/textarea-field.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { actorLabel } from '../../../subscriptions/order-labels.ts'
import { useSeenOrder } from '../../life/changes/use-order-acts.ts'

interface BlockDrawerProps {
  readonly order: Order
  readonly step: OrderStep
  readonly onClose: () => void
}

/** Why a step stands still, and who must act: the customer reads both. */
export const BlockDrawer = ({ order, step, onClose }: BlockDrawerProps) => {
  const universe = useUniverse()
  const { changes, send } = useSeenOrder(order)
  const form = useContractForm(blockStep, {
    defaultValues: { version: step.version, by: step.blocked?.by ?? 'client', cause: step.blocked?.cause ?? '' },
  })
  const save = async ({ by, cause }: FormValues<typeof blockStep>) => {
    await send((seen) =>
      call(blockStep, {
        params: { universe, order: order.reference, step: step.id },
        body: { by, cause, version: seen.steps.find(({ id }) => id === step.id)?.version ?? step.version },
      }),
    )
    notifySuccess(m.delivery_step_blocked({ step: words(step.label) }))
    onClose()
  }
  return (
    <EditDrawer
      title={m.delivery_block_title({ step: words(step.label) })}
      form={form}
      onSave={save}
      onClose={onClose}
      saveLabel={m.delivery_step_block()}
      size={460}
    >
      <WhatChanged changes={changes} />
      <Text c="dimmed">{m.delivery_block_text()}</Text>
      <SelectField
        form={form}
        name="by"
        label={m.delivery_who_must_act()}
        options={stepActors.map((value) => ({ value, label: actorLabel(value) }))}
        required
      />
      <TextareaField form={form} name="cause" label={m.delivery_cause()} maxLength={500} required />
    </EditDrawer>
  )
}
