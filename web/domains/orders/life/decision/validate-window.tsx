import { Button, Checkbox, Group, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ResponseOf } from '#api/endpoint'
import { type readPendingDecision, validateOrder } from '#api/orders/life/placing'
import type { Order } from '#api/orders/reading/orders'
import { orderWords } from '#api/orders/words'
import { readSaleTerms } from '#api/shop/terms/sale-terms'
import * as common from '#messages/common'
import * as fields from '#messages/fields'
import * as m from '#messages/orders'
import { call, newIdempotencyKey } from '../../../../platform/call.ts'
import { formatDay, formatMoney } from '../../../../platform/format.ts'
import { isProblem, Problem } from '../../../../platform/problem.ts'
import { read } from '../../../../platform/reading/read.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { nameOf, words } from '../../../../platform/words.ts'
import { SubmitButton } from '../../../../ui/acts/submit-button.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { FormProblem } from '../../../../ui/form-problem.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { SaleTermsText } from './sale-terms-text.tsx'

interface ValidateWindowProps {
  readonly order: Order
  readonly decision: ResponseOf<typeof readPendingDecision>
  readonly onClose: () => void
}

/** What is validated, the terms of sale, and the box that accepts them. */
export const ValidateWindow = ({ order, decision, onClose }: ValidateWindowProps) => {
  const universe = useUniverse()
  const { data: terms, error, refetch } = useQuery(read(readSaleTerms, { params: { universe } }))
  const [isAccepted, accept] = useState(false)
  const [isWaived, waive] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const send = async () => {
    if (!terms) return
    if (!isAccepted || (decision.needsWaiver && !isWaived)) return setMissing(true)
    setSending(true)
    setProblem(null)
    try {
      const params = { universe, order: order.reference }
      const body = {
        version: decision.version,
        termsVersion: terms.version,
        ...(decision.needsWaiver ? { longCommitmentWaiver: true } : {}),
      }
      const { waiting } = await call(validateOrder, { params, body, idempotencyKey })
      notifySuccess(waiting.length > 0 ? m.orders_validated_others({ count: waiting.length }) : m.orders_validated())
      onClose()
    } catch (refusal) {
      setProblem(isProblem(refusal) ? refusal : new Problem({ code: 'internal_error', status: 0 }))
      setKey(newIdempotencyKey())
      if (isProblem(refusal, 'terms_of_sale_changed')) {
        accept(false)
        await refetch()
      }
    } finally {
      setSending(false)
    }
  }
  const { totals } = order
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{m.orders_validate_title({ reference: order.reference })}</Text>} size="lg">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Stack gap="md">
          <FormProblem problem={problem ?? (isProblem(error) && !terms ? error : null)} />
          <DescriptionList
            items={[
              { label: words(orderWords.offer), value: nameOf(order.offer) },
              { label: words(orderWords.site), value: order.site.name },
              totals !== null && { label: m.orders_one_off(), value: m.orders_without_vat({ amount: formatMoney(totals.oneOffCents) }) },
              totals !== null && {
                label: m.orders_monthly(),
                value: m.orders_without_vat({ amount: m.orders_per_month({ amount: formatMoney(totals.monthlyCents) }) }),
              },
              order.commitmentMonths > 0 && { label: m.orders_commitment(), value: m.orders_months({ count: order.commitmentMonths }) },
              order.wishedOn !== null && { label: words(orderWords.wishedOn), value: formatDay(order.wishedOn) },
            ]}
          />
          {terms ? <SaleTermsText terms={terms} /> : error ? null : <Skeleton height={220} />}
          <Checkbox
            checked={isAccepted}
            onChange={(event) => {
              accept(event.currentTarget.checked)
              setMissing(false)
            }}
            label={m.orders_accept_terms()}
            error={isMissing && !isAccepted ? fields.field_required() : null}
          />
          {decision.needsWaiver ? (
            <Checkbox
              checked={isWaived}
              onChange={(event) => {
                waive(event.currentTarget.checked)
                setMissing(false)
              }}
              label={m.orders_waiver({ count: order.commitmentMonths })}
              error={isMissing && !isWaived ? fields.field_required() : null}
            />
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.action_back()}
            </Button>
            <SubmitButton loading={isSending} disabled={!terms}>
              {m.orders_validate()}
            </SubmitButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
