import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { amendOrder } from '#contract/delivery'
import type { Order } from '#contract/orders'
import * as m from '#messages/delivery'
import * as orders from '#messages/orders'
import { call } from '../../../platform/call.ts'
import { type FormValues, useContractForm } from '../../../platform/form/use-contract-form.ts'
import { useUniverse } from '../../../platform/session.ts'
import { words } from '../../../platform/words.ts'
import { EditDrawer } from '../../../ui/edit-drawer.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { NumberField } from '../../../ui/fields/number-field.tsx'
import { TextareaField } from '../../../ui/fields/textarea-field.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import { today } from '../../companies/form-values.ts'
import { useSeenOrder } from '../changes/use-order-acts.ts'
import { WhatChanged } from '../changes/what-changed.tsx'
import { orderFormQuery } from '../orders.queries.ts'

/** Changes what was asked, before the delivery: prices follow by the offer's own rules, the customer reads why. */
export const AmendDrawer = ({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) => {
  const universe = useUniverse()
  const { changes, send } = useSeenOrder(order)
  const { data } = useQuery(orderFormQuery(order.reference))
  const form = useContractForm(amendOrder, {
    defaultValues: { version: order.version, reason: '', wishedOn: order.wishedOn },
  })
  const counted = data?.definition.characteristics.find(({ key }) => key === data.definition.quantityKey)
  const asked = counted ? order.values[counted.key] : undefined
  const added = asked === undefined ? undefined : m.delivery_amend_quantity({ asked: String(asked) })
  const save = async ({ reason, wishedOn, quantity }: FormValues<typeof amendOrder>) => {
    await send((seen) =>
      call(amendOrder, {
        params: { universe, order: order.reference },
        body: { version: seen.version, reason, wishedOn, ...(quantity === undefined ? {} : { quantity }) },
      }),
    )
    notifySuccess(m.delivery_amended())
    onClose()
  }
  return (
    <EditDrawer
      title={m.delivery_amend_title({ reference: order.reference })}
      form={form}
      onSave={save}
      onClose={onClose}
      saveLabel={m.delivery_amend()}
      size={560}
    >
      <WhatChanged changes={changes} />
      <Text c="dimmed">{m.delivery_amend_text()}</Text>
      {counted ? <NumberField form={form} name="quantity" label={words(counted.label)} description={added} emptyAs="undefined" /> : null}
      <DateField form={form} name="wishedOn" label={orders.orders_wished_on()} min={today()} emptyAs="null" />
      <TextareaField form={form} name="reason" label={orders.orders_reason_for_client()} maxLength={500} required />
    </EditDrawer>
  )
}
