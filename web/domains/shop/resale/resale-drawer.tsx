import { Button, Drawer, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type ResalePrice, writeResalePrice } from '#api/catalog/offers/offers'
import * as common from '#messages/common'
import * as fields from '#messages/fields'
import * as m from '#messages/shop'
import { call } from '../../../platform/call.ts'
import { confirmLoss } from '../../../platform/form/confirm-loss.ts'
import { useUnsavedGuard } from '../../../platform/form/use-unsaved-guard.ts'
import { isProblem, Problem } from '../../../platform/problem.ts'
import { useUniverse } from '../../../platform/session.ts'
import { words } from '../../../platform/words.ts'
import { SubmitButton } from '../../../ui/acts/submit-button.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import { CustomerPicker } from '../choices/customer/customer-picker.tsx'
import classes from '../shop.module.css'
import { amountText, readAmount } from './typed-amount.ts'

interface ResaleDrawerProps {
  readonly offer: { readonly code: string; readonly name: { readonly fr: string; readonly en: string } }
  /** Those that exist, told apart by their client. */
  readonly prices: readonly ResalePrice[]
  /** Null: another client's price. */
  readonly price: ResalePrice | null
  readonly onClose: () => void
}

/** What the operator charges for an offer: all its clients, or one. */
export const ResaleDrawer = ({ offer, prices, price, onClose }: ResaleDrawerProps) => {
  const universe = useUniverse()
  const hasCommon = prices.some(({ company }) => company === null)
  const [isForOne, setForOne] = useState(price ? price.company !== null : hasCommon)
  const [client, setClient] = useState(price?.company?.reference ?? null)
  const [oneOff, setOneOff] = useState(price ? amountText(price.oneOffCents) : '')
  const [monthly, setMonthly] = useState(price ? amountText(price.monthlyCents) : '')
  const [version, setVersion] = useState(price?.version ?? null)
  const [isChecked, setChecked] = useState(false)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const isDirty = oneOff !== (price ? amountText(price.oneOffCents) : '') || monthly !== (price ? amountText(price.monthlyCents) : '')
  useUnsavedGuard(isDirty && !isSending)
  const close = async () => {
    if (!isDirty || (await confirmLoss(words(offer.name), [m.shop_price()]))) onClose()
  }
  const company = isForOne ? client : null
  const oneOffCents = readAmount(oneOff)
  const monthlyCents = readAmount(monthly)
  const fault = (cents: number | null) => (isChecked && cents === null ? fields.field_amount_invalid() : null)
  const save = async () => {
    setChecked(true)
    if (oneOffCents === null || monthlyCents === null || (isForOne && client === null)) return
    setSending(true)
    setProblem(null)
    const known = prices.find((one) => (one.company?.reference ?? null) === company)
    try {
      await call(writeResalePrice, {
        params: { universe, offer: offer.code },
        body: { company, oneOffCents, monthlyCents, version: price ? version : (version ?? known?.version ?? null) },
      })
      notifySuccess()
      onClose()
    } catch (error) {
      setProblem(isProblem(error) ? error : new Problem({ code: 'internal_error', status: 0 }))
      // What was saved meanwhile is shown by the page; saving again replaces it, knowingly.
      const current = isProblem(error, 'version_conflict') ? (error.current as ResalePrice | undefined) : undefined
      if (current) setVersion(current.version)
    } finally {
      setSending(false)
    }
  }
  return (
    <Drawer opened onClose={() => void close()} size={480} title={<Text fw={600}>{words(offer.name)}</Text>}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Stack gap="md">
          <FormProblem problem={problem} />
          <Text fz="sm" c="dimmed">
            {m.shop_resale_unit_hint()}
          </Text>
          {price ? (
            <p className={classes.strong}>{price.company?.name ?? m.shop_all_clients()}</p>
          ) : (
            <>
              <Radio.Group label={m.shop_for_whom()} value={isForOne ? 'one' : 'all'} onChange={(next) => setForOne(next === 'one')}>
                <Group mt="xs">
                  <Radio value="all" label={m.shop_all_clients()} />
                  <Radio value="one" label={m.shop_one_client()} />
                </Group>
              </Radio.Group>
              {isForOne && client === null ? <CustomerPicker universe={universe} onChoose={setClient} /> : null}
              {isForOne && client === null && isChecked ? <Text c="var(--mantine-color-error)">{fields.field_required()}</Text> : null}
              {isForOne && client !== null ? (
                <Group justify="space-between">
                  <span className={classes.strong}>{client}</span>
                  <Button size="compact-sm" variant="subtle" onClick={() => setClient(null)}>
                    {m.shop_change_client()}
                  </Button>
                </Group>
              ) : null}
            </>
          )}
          <TextInput
            label={m.shop_one_off()}
            description={m.shop_amount_hint()}
            inputMode="decimal"
            required
            value={oneOff}
            onChange={(event) => setOneOff(event.currentTarget.value)}
            error={fault(oneOffCents)}
          />
          <TextInput
            label={m.shop_monthly()}
            description={m.shop_amount_hint()}
            inputMode="decimal"
            required
            value={monthly}
            onChange={(event) => setMonthly(event.currentTarget.value)}
            error={fault(monthlyCents)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => void close()}>
              {common.action_cancel()}
            </Button>
            <SubmitButton loading={isSending}>{common.action_save()}</SubmitButton>
          </Group>
        </Stack>
      </form>
    </Drawer>
  )
}
