import { Alert, Button, Checkbox, Group, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { placeOrder, placingForm } from '#api/orders/life/placing'
import { orderWords } from '#api/orders/words'
import { pages } from '#api/pages'
import type { Basket } from '#api/shop/baskets/baskets'
import { readSaleTerms } from '#api/shop/terms/sale-terms'
import * as common from '#messages/common'
import * as fields from '#messages/fields'
import * as m from '#messages/shop'
import { call, newIdempotencyKey } from '../../../../platform/call.ts'
import { type FormValues, useContractForm } from '../../../../platform/form/use-contract-form.ts'
import { isProblem, Problem } from '../../../../platform/problem.ts'
import { read } from '../../../../platform/reading/read.ts'
import { words } from '../../../../platform/words.ts'
import { SubmitButton } from '../../../../ui/acts/submit-button.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { FormProblem } from '../../../../ui/form-problem.tsx'
import order from '../../../shop/order.module.css'
import { monthlyLabel, oneOffLabel } from '../../../shop/shop-labels.ts'
import type { ShopPlace } from '../../../shop/shop-place.ts'
import { SaleTermsText } from '../decision/sale-terms-text.tsx'
import { orderReason } from './order-reason.ts'
import { keepPlaced } from './placed-orders.ts'

interface OrderWindowProps {
  readonly basket: Basket
  readonly place: ShopPlace
  readonly onClose: () => void
}

/** The last look before the order: totals, terms of sale with their box, and « Commander », which has one effect however often it is pressed. */
export const OrderWindow = ({ basket, place, onClose }: OrderWindowProps) => {
  const { universe, search } = place
  const navigate = useNavigate()
  const asksTerms = basket.termsVersion !== null
  const { data: terms, error, refetch } = useQuery({ ...read(readSaleTerms, { params: { universe } }), enabled: asksTerms })
  const form = useContractForm(placingForm, { defaultValues: { purchaseOrder: '' } })
  const [isAccepted, accept] = useState(false)
  const [isWaived, waive] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const idempotencyKey = useRef(newIdempotencyKey())
  const isUnder = useRef(false)
  const company = basket.company.reference
  /** What the refusal brought to light: a price that moved, a blocked company… The basket behind says what to do. */
  const why = problem === null ? null : orderReason(basket)

  const send = async (said: FormValues<typeof placingForm>) => {
    if (basket.id === null || isUnder.current) return
    if ((asksTerms && (!terms || !isAccepted)) || (basket.needsWaiver && !isWaived)) return setMissing(true)
    isUnder.current = true
    setSending(true)
    setProblem(null)
    try {
      const placed = await call(placeOrder, {
        params: { universe, company },
        body: {
          basketId: basket.id,
          version: basket.version,
          termsVersion: asksTerms && terms ? terms.version : null,
          ...(basket.needsWaiver ? { longCommitmentWaiver: true } : {}),
          ...said,
        },
        idempotencyKey: idempotencyKey.current,
      })
      const commandes = keepPlaced(universe, placed)
      await navigate({ to: pages.placed, params: { universe }, search: { ...search, commandes } })
    } catch (refusal) {
      setProblem(isProblem(refusal) ? refusal : new Problem({ code: 'internal_error', status: 0 }))
      // Without an answer the order may have been placed: the same key asks for what was, of the basket as it stands here.
      if (isProblem(refusal, 'network')) return
      idempotencyKey.current = newIdempotencyKey()
      if (isProblem(refusal, 'terms_of_sale_changed')) {
        accept(false)
        await refetch()
      }
    } finally {
      isUnder.current = false
      setSending(false)
    }
  }

  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{m.shop_confirm_order()}</Text>} size="lg">
      <form noValidate onSubmit={form.handleSubmit(send)}>
        <Stack gap="md">
          <FormProblem problem={problem ?? (isProblem(error) && !terms ? error : null)} />
          {basket.mode === 'propose' ? <Alert color="gray">{m.shop_propose_terms({ name: basket.company.name })}</Alert> : null}
          {why ? <Text>{why}</Text> : null}
          {basket.summary && !why ? (
            <dl className={order.totals}>
              <div>
                <dt>{m.shop_one_off_plain()}</dt>
                <dd>{oneOffLabel(basket.summary.oneOffCents)}</dd>
              </div>
              <div data-main>
                <dt>{m.shop_monthly_plain()}</dt>
                <dd>{monthlyLabel(basket.summary.monthlyCents)}</dd>
              </div>
            </dl>
          ) : null}
          {why ? null : <TextField form={form} name="purchaseOrder" label={words(orderWords.purchaseOrder)} maxLength={35} />}
          {asksTerms && !why ? terms ? <SaleTermsText terms={terms} /> : error ? null : <Skeleton height={220} /> : null}
          {asksTerms && !why ? (
            <Checkbox
              checked={isAccepted}
              onChange={(event) => accept(event.currentTarget.checked)}
              label={m.shop_accept_terms()}
              error={isMissing && !isAccepted ? fields.field_required() : null}
            />
          ) : null}
          {basket.needsWaiver && !why ? (
            <Checkbox
              checked={isWaived}
              onChange={(event) => waive(event.currentTarget.checked)}
              label={m.shop_waiver()}
              error={isMissing && !isWaived ? fields.field_required() : null}
            />
          ) : null}
          <Group justify="flex-end">
            <Button variant={why ? 'filled' : 'default'} onClick={onClose}>
              {common.action_back()}
            </Button>
            {why ? null : (
              <SubmitButton loading={isSending} disabled={asksTerms && !terms}>
                {m.shop_order()}
              </SubmitButton>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
