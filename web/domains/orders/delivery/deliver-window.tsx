import { Alert, Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { completeDelivery } from '#api/orders/delivery/delivery'
import { readOrderForm } from '#api/orders/reading/order-form'
import type { Order } from '#api/orders/reading/orders'
import { isOpenStep } from '#api/orders/rules/step-lifecycle'
import { isCivilDate } from '#api/rules/civil-date'
import * as common from '#messages/common'
import * as m from '#messages/delivery'
import { call } from '../../../platform/call.ts'
import { type FormValues, useContractForm } from '../../../platform/form/use-contract-form.ts'
import { read } from '../../../platform/reading/read.ts'
import { useUniverse } from '../../../platform/session.ts'
import { words } from '../../../platform/words.ts'
import { SubmitButton } from '../../../ui/acts/submit-button.tsx'
import { WhatChanged } from '../../../ui/acts/what-changed.tsx'
import { dayAt, today } from '../../../ui/date-field/today.ts'
import { CheckboxField } from '../../../ui/fields/checkbox-field.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import { useSeenOrder } from '../life/changes/use-order-acts.ts'
import classes from '../orders.module.css'
import { DeliveryEffects } from './delivery-effects.tsx'

const Steps = ({ steps }: { readonly steps: Order['steps'] }) => (
  <ul className={classes.changes}>
    {steps.map(({ id, label }) => (
      <li key={id}>{words(label)}</li>
    ))}
  </ul>
)

/** « Livrer »: what the delivery creates, its day, and the steps that are still open. */
export const DeliverWindow = ({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) => {
  const universe = useUniverse()
  const { seen, changes, send } = useSeenOrder(order)
  const { data, isError } = useQuery(read(readOrderForm, { params: { universe: 'carrier', order: order.reference } }))
  const blocked = order.steps.filter(({ state }) => state === 'blocked')
  const open = order.steps.filter(({ state }) => isOpenStep(state) && state !== 'blocked')
  const earliest = dayAt(order.submittedAt ?? order.placedAt)
  // The portal's clock may be ahead of this device's.
  const latest = earliest > today() ? earliest : today()
  const form = useContractForm(completeDelivery, {
    defaultValues: { version: order.version, deliveredOn: latest, finishSteps: open.length === 0 },
  })
  const day = form.watch('deliveredOn')
  const save = async ({ deliveredOn, finishSteps }: FormValues<typeof completeDelivery>) => {
    await send((now) =>
      call(completeDelivery, { params: { universe, order: order.reference }, body: { version: now.version, deliveredOn, finishSteps } }),
    )
    notifySuccess(m.delivery_delivered({ reference: order.reference }))
    onClose()
  }
  const mustFinish = open.length > 0 && !form.watch('finishSteps')
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{m.delivery_deliver_title({ reference: order.reference })}</Text>} size="lg">
      <form noValidate onSubmit={form.submitWith(save)}>
        <Stack gap="md">
          {changes ? <WhatChanged changes={changes} /> : <FormProblem problem={form.problem} />}
          {blocked.length > 0 ? (
            <Alert role="alert" color="yellow" variant="light">
              {m.delivery_still_blocked({ count: blocked.length })}
              <Steps steps={blocked} />
            </Alert>
          ) : null}
          <DateField form={form} name="deliveredOn" label={m.delivery_delivered_on()} min={earliest} max={latest} required autoFocus />
          {open.length > 0 ? (
            <div>
              <Text>{m.delivery_open_steps({ count: open.length })}</Text>
              <Steps steps={open} />
              <CheckboxField form={form} name="finishSteps" label={m.delivery_finish_steps()} />
            </div>
          ) : null}
          {data ? (
            <DeliveryEffects order={seen} form={data} day={isCivilDate(String(day)) ? String(day) : null} />
          ) : isError ? (
            <Text c="dimmed">{m.delivery_effects_unknown()}</Text>
          ) : (
            <Skeleton height={140} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.action_back()}
            </Button>
            <SubmitButton loading={form.formState.isSubmitting} disabled={blocked.length > 0 || mustFinish}>
              {m.delivery_deliver()}
            </SubmitButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
