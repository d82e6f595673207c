import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { handOver, listPilots } from '#api/orders/delivery/delivery'
import type { Order } from '#api/orders/reading/orders'
import * as m from '#messages/delivery'
import { call } from '../../../platform/call.ts'
import { type FormValues, useContractForm } from '../../../platform/form/use-contract-form.ts'
import { isProblem } from '../../../platform/problem.ts'
import { read } from '../../../platform/reading/read.ts'
import { useUniverse } from '../../../platform/session.ts'
import { WhatChanged } from '../../../ui/acts/what-changed.tsx'
import { EditDrawer } from '../../../ui/edit-drawer.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import { useSeenOrder } from '../life/changes/use-order-acts.ts'

/** Another pilot goes on with the order, or nobody yet. */
export const HandOverDrawer = ({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) => {
  const universe = useUniverse()
  const { data, error } = useQuery(read(listPilots, { params: { universe: 'carrier' } }))
  const { changes, send } = useSeenOrder(order)
  const form = useContractForm(handOver, { defaultValues: { version: order.version, login: null } })
  const save = async ({ login }: FormValues<typeof handOver>) => {
    await send((seen) => call(handOver, { params: { universe, order: order.reference }, body: { version: seen.version, login } }))
    notifySuccess(login ? m.delivery_handed_over() : m.delivery_released())
    onClose()
  }
  return (
    <EditDrawer
      title={m.delivery_hand_over_title({ reference: order.reference })}
      form={form}
      onSave={save}
      onClose={onClose}
      saveLabel={m.delivery_hand_over_save()}
      size={460}
    >
      <WhatChanged changes={changes} />
      {isProblem(error) && !data ? <FormProblem problem={error} /> : null}
      {data ? (
        <SelectField
          form={form}
          name="login"
          label={m.delivery_new_pilot()}
          placeholder={m.delivery_nobody()}
          description={m.delivery_new_pilot_hint()}
          options={data.items.map(({ login, name, running }) => ({
            value: login,
            label: m.delivery_pilot_option({ name, count: running }),
          }))}
          clearable
          emptyAs="null"
        />
      ) : (
        <Skeleton height={60} />
      )}
    </EditDrawer>
  )
}
