import { Alert, Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Subscription } from '#api/orders/contract/contract'
import { pages } from '#api/pages'
import { isCivilDate } from '#api/rules/civil-date'
import * as common from '#messages/common'
import * as m from '#messages/terminations'
import { isProblem, problemMessage } from '../../../platform/problem.ts'
import { useUniverse } from '../../../platform/session.ts'
import { SubmitButton } from '../../../ui/acts/submit-button.tsx'
import { DayInput } from '../../../ui/date-field/day-input.tsx'
import { today } from '../../../ui/date-field/today.ts'
import { contractTitle } from '../../subscriptions/subscription-labels.ts'
import { terminationPreviewQuery } from '../contract/contract.queries.ts'
import { EntryFields, type EntryOrigin } from './entry-fields.tsx'
import { TerminationFacts } from './termination-facts.tsx'
import { dayFault } from './wish-fault.ts'

interface TerminationWindowProps {
  readonly contract: Subscription
  readonly onClose: () => void
}

const dayOf = (typed: string | null): string | undefined => (typed !== null && isCivilDate(typed) ? typed : undefined)
/** Nothing typed: the day that the portal proposes. */
const isDayOrUntouched = (typed: string | null): boolean => typed === null || isCivilDate(typed)

/** « Résilier l'offre contractée »: the wished day, and what it comes to as it is typed; costs and confirmation have their page. */
export const TerminationWindow = ({ contract, onClose }: TerminationWindowProps) => {
  const universe = useUniverse()
  const navigate = useNavigate()
  const isEntry = contract.abilities.enterTermination
  const [wished, setWished] = useState<string | null>(null)
  const [received, setReceived] = useState<string | null>(null)
  const [origin, setOrigin] = useState<EntryOrigin>('letter')
  const wish = { wishedOn: dayOf(wished), ...(isEntry ? { requestedOn: dayOf(received), origin } : {}) }
  const { data: preview, error, isFetching } = useQuery(terminationPreviewQuery(universe, contract.reference, wish))
  const fault = dayFault(error, 'wishedOn')
  const receivedFault = dayFault(error, 'receivedOn')
  const otherProblem = isProblem(error) && !fault && !receivedFault ? error : null
  const mayGoOn =
    preview !== undefined && !error && !isFetching && preview.refusal === null && isDayOrUntouched(wished) && isDayOrUntouched(received)
  const goOn = (event: FormEvent) => {
    event.preventDefault()
    if (!mayGoOn) return
    void navigate({
      to: pages.termination,
      params: { universe, subscription: contract.reference },
      search: { date: preview.wishedOn, ...(isEntry ? { recu: preview.requestedOn, origine: origin } : {}) },
    })
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={600}>{m.terminations_title()}</Text>}>
      <form noValidate onSubmit={goOn}>
        <Stack gap="md">
          <Text fw={500}>{contractTitle(contract)}</Text>
          <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={18} stroke={1.6} aria-hidden />}>
            {m.terminations_warning()}
            <Text fz="sm" mt={4}>
              {m.terminations_prorata()}
            </Text>
          </Alert>
          {isEntry ? (
            <EntryFields
              origin={origin}
              onOrigin={setOrigin}
              received={received ?? preview?.requestedOn ?? ''}
              onReceived={setReceived}
              fault={receivedFault}
            />
          ) : null}
          <DayInput
            label={m.terminations_wished()}
            description={m.terminations_wished_hint()}
            min={isEntry ? undefined : today()}
            value={wished ?? preview?.wishedOn ?? ''}
            onChange={setWished}
            error={fault}
            data-autofocus
            withAsterisk
            aria-required
          />
          {otherProblem ? (
            <Alert color="red" variant="light" role="alert">
              {problemMessage(otherProblem)}
            </Alert>
          ) : null}
          {preview ? (
            <TerminationFacts preview={preview} isStale={isFetching || Boolean(error)} origin={isEntry ? origin : undefined} />
          ) : error ? null : (
            <Skeleton height={180} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.action_cancel()}
            </Button>
            <SubmitButton disabled={!mayGoOn}>{common.action_confirm()}</SubmitButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
