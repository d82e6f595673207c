import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { pages } from '#api/pages'
import type { Basket } from '#api/shop/baskets/baskets'
import { sendPurchaseRequest } from '#api/shop/requests/purchase-requests'
import { requestWords } from '#api/shop/words'
import * as common from '#messages/common'
import * as m from '#messages/shop'
import { call, newIdempotencyKey } from '../../../platform/call.ts'
import { confirmLoss } from '../../../platform/form/confirm-loss.ts'
import { isProblem, Problem } from '../../../platform/problem.ts'
import { words } from '../../../platform/words.ts'
import { SubmitButton } from '../../../ui/acts/submit-button.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import type { ShopPlace } from '../shop-place.ts'

interface RequestWindowProps {
  readonly basket: Basket
  readonly place: ShopPlace
  readonly onClose: () => void
}

/** « Demander à mon opérateur »: the basket goes to the operator with a few words. */
export const RequestWindow = ({ basket, place: { universe }, onClose }: RequestWindowProps) => {
  const navigate = useNavigate()
  const [message, setMessage] = useState('')
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const idempotencyKey = useRef(newIdempotencyKey())
  const company = basket.company.reference
  const send = async () => {
    if (basket.id === null || isSending) return
    setSending(true)
    setProblem(null)
    try {
      const body = { basketId: basket.id, version: basket.version, message: message.trim() }
      const request = await call(sendPurchaseRequest, { params: { universe, company }, body, idempotencyKey: idempotencyKey.current })
      notifySuccess(m.shop_request_sent())
      await navigate({ to: pages.request, params: { universe, request: request.id } })
    } catch (refusal) {
      setProblem(isProblem(refusal) ? refusal : new Problem({ code: 'internal_error', status: 0 }))
      if (!isProblem(refusal, 'network')) idempotencyKey.current = newIdempotencyKey()
    } finally {
      setSending(false)
    }
  }
  const close = async () => {
    if (message.trim() === '' || (await confirmLoss(m.shop_ask_operator(), [words(requestWords.message)]))) onClose()
  }
  return (
    <Modal opened onClose={() => void close()} title={<Text fw={600}>{m.shop_ask_operator()}</Text>} size="md">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Stack gap="md">
          <FormProblem problem={problem} />
          <Text>{m.shop_will_request()}</Text>
          <Textarea
            label={words(requestWords.message)}
            description={m.shop_message_hint()}
            data-autofocus
            maxLength={2000}
            autosize
            minRows={3}
            maxRows={10}
            value={message}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => void close()}>
              {common.action_back()}
            </Button>
            <SubmitButton loading={isSending}>{common.action_send()}</SubmitButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
