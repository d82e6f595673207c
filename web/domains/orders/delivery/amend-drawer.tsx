import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CharacteristicValues } from '#api/catalog/rules/offer-definition'
import { amendOrder } from '#api/orders/delivery/delivery'
import { readOrderForm } from '#api/orders/reading/order-form'
import type { Order } from '#api/orders/reading/orders'
import { orderWords } from '#api/orders/words'
import type { LineFault } from '#api/shop/baskets/basket-lines'
import * as m from '#messages/delivery'
import * as orders from '#messages/orders'
import { call } from '../../../platform/call.ts'
import { type FormValues, useContractForm } from '../../../platform/form/use-contract-form.ts'
import { read } from '../../../platform/reading/read.ts'
import { useUniverse } from '../../../platform/session.ts'
import { words } from '../../../platform/words.ts'
import { WhatChanged } from '../../../ui/acts/what-changed.tsx'
import { today } from '../../../ui/date-field/today.ts'
import { EditDrawer } from '../../../ui/edit-drawer.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { TextareaField } from '../../../ui/fields/textarea-field.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import { CharacteristicsForm } from '../../shop/lines/characteristics/characteristics-form.tsx'
import { useSeenOrder } from '../life/changes/use-order-acts.ts'
import { AmendedPrice } from './amended-price.tsx'

/** What the server said of the answers, as the form of an offer takes it. */
const faultsOf = (errors: unknown): readonly LineFault[] =>
  typeof errors === 'object' && errors !== null
    ? Object.entries(errors as Readonly<Record<string, { readonly type?: unknown } | undefined>>).flatMap(([path, error]) =>
        typeof error?.type === 'string' ? [{ path, code: error.type }] : [],
      )
    : []

/** Changes what was asked, before the delivery: prices follow by the offer's own rules, the customer reads why. */
export const AmendDrawer = ({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) => {
  const universe = useUniverse()
  const { changes, send } = useSeenOrder(order)
  const { data, isError } = useQuery(read(readOrderForm, { params: { universe: 'carrier', order: order.reference } }))
  const form = useContractForm(amendOrder, {
    defaultValues: { version: order.version, reason: '', wishedOn: order.wishedOn, values: { ...order.values } },
  })
  const values = (form.watch('values') ?? {}) as CharacteristicValues
  // A file is the customer's to replace.
  const characteristics = data?.definition.characteristics.filter(({ type }) => type !== 'file') ?? []
  const save = async ({ reason, wishedOn, values: amended }: FormValues<typeof amendOrder>) => {
    await send((seen) =>
      call(amendOrder, {
        params: { universe, order: order.reference },
        body: { version: seen.version, reason, wishedOn, ...(data && amended ? { values: amended } : {}) },
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
      {data ? (
        <CharacteristicsForm
          definition={{ characteristics }}
          values={values}
          onChange={(next) => form.setValue('values', { ...next }, { shouldDirty: true })}
          source={{ universe, company: order.company.reference, files: [] }}
          showsAll={form.formState.isSubmitted}
          faults={faultsOf(form.formState.errors.values)}
        />
      ) : isError ? null : (
        <Skeleton height={200} />
      )}
      {data ? <AmendedPrice order={order.reference} values={values} /> : null}
      <DateField form={form} name="wishedOn" label={words(orderWords.wishedOn)} min={today()} emptyAs="null" />
      <TextareaField form={form} name="reason" label={orders.orders_reason_for_client()} maxLength={500} required />
    </EditDrawer>
  )
}
