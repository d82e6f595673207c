import { Alert, Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Order } from '#api/orders/reading/orders'
import { readTerminationDecision, validateTermination } from '#api/orders/termination/terminations'
import * as common from '#messages/common'
import * as t from '#messages/terminations'
import { call, newIdempotencyKey } from '../../../../platform/call.ts'
import { formatLongDay } from '../../../../platform/format.ts'
import { isProblem, Problem } from '../../../../platform/problem.ts'
import { read } from '../../../../platform/reading/read.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { SubmitButton } from '../../../../ui/acts/submit-button.tsx'
import { FormProblem } from '../../../../ui/form-problem.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { TerminationCosts } from '../../termination/termination-costs.tsx'
import { TerminationFacts } from '../../termination/termination-facts.tsx'

/** A termination that an ambassador asked for: its day and its costs, computed as of today, before the client confirms it. */
export const ValidateTerminationWindow = ({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) => {
  const universe = useUniverse()
  const { reference } = order
  const { data: decision, error } = useQuery(read(readTerminationDecision, { params: { universe, order: reference } }))
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isChanged, setChanged] = useState(false)
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const send = async () => {
    if (!decision) return
    const { version, preview } = decision
    setSending(true)
    setProblem(null)
    setChanged(false)
    try {
      const body = { version, effectiveOn: preview.effectiveOn, totalCents: preview.costs.totalCents }
      await call(validateTermination, { params: { universe, order: reference }, body, idempotencyKey })
      notifySuccess(t.terminations_requested({ day: formatLongDay(preview.effectiveOn) }))
      onClose()
    } catch (refusal) {
      setKey(newIdempotencyKey())
      setChanged(isProblem(refusal, 'version_conflict'))
      setProblem(isProblem(refusal) ? refusal : new Problem({ code: 'internal_error', status: 0 }))
    } finally {
      setSending(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t.terminations_validate_title({ reference })}</Text>} size="lg">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Stack gap="md">
          <Text fz="sm">{t.terminations_notice_from_validation()}</Text>
          {isChanged ? (
            <Alert color="yellow" variant="light" role="alert">
              {t.terminations_changed()}
            </Alert>
          ) : (
            <FormProblem problem={problem ?? (isProblem(error) && !decision ? error : null)} />
          )}
          {decision ? (
            <>
              <TerminationFacts preview={decision.preview} />
              <TerminationCosts preview={decision.preview} />
              <Text fz="sm">{t.terminations_may_withdraw()}</Text>
            </>
          ) : error ? null : (
            <Skeleton height={320} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.action_back()}
            </Button>
            <SubmitButton color="red.8" loading={isSending} disabled={!decision?.abilities.decide}>
              {t.terminations_validate()}
            </SubmitButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
