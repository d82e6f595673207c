import { Alert, Group, Skeleton, Stack, Textarea } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Subscription } from '#api/orders/contract/contract'
import { readSubscription } from '#api/orders/contract/contract'
import type { TerminationPreview } from '#api/orders/termination/terminations'
import { pages } from '#api/pages'
import { isCivilDate } from '#api/rules/civil-date'
import { contractWords } from '#api/subscriptions/words'
import * as common from '#messages/common'
import * as m from '#messages/terminations'
import { PageProblem } from '../../../app/states/page-problem.tsx'
import { fieldMessage } from '../../../platform/field-message.ts'
import { problemMessage } from '../../../platform/problem.ts'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { words } from '../../../platform/words.ts'
import { SubmitButton } from '../../../ui/acts/submit-button.tsx'
import { DayInput } from '../../../ui/date-field/day-input.tsx'
import { today } from '../../../ui/date-field/today.ts'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { ButtonLink } from '../../../ui/links.tsx'
import { Page } from '../../../ui/page.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { contractTitle } from '../../subscriptions/subscription-labels.ts'
import { terminationPreviewQuery } from '../contract/contract.queries.ts'
import { CostCurve } from './cost-curve.tsx'
import { entryOrigins } from './entry-fields.tsx'
import classes from './termination.module.css'
import { TerminationCosts } from './termination-costs.tsx'
import { TerminationFacts } from './termination-facts.tsx'
import { useConfirmTermination } from './use-confirm-termination.ts'
import { dayFault } from './wish-fault.ts'

const route = getRouteApi(pages.termination)

export const reads = ({ universe, params }: Place<{ readonly subscription: string }>) => [
  read(readSubscription, { params: { universe, subscription: params.subscription } }),
]

interface ConfirmationProps {
  readonly contract: Subscription
  readonly preview: TerminationPreview
  readonly isStale: boolean
  readonly error: unknown
}

const Confirmation = ({ contract, preview, isStale, error }: ConfirmationProps) => {
  const { universe } = route.useParams()
  const wish = route.useSearch()
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  // What stands in the field while it is no day: nothing is confirmed meanwhile.
  const [typed, setTyped] = useState<string | null>(null)
  const origin = contract.abilities.enterTermination ? entryOrigins.find((one) => one === wish.origine) : undefined
  const { send, isSending, problem, isChanged } = useConfirmTermination(contract.reference, preview, { origin, reason })
  const choose = (day: string) => void navigate({ to: '.', search: { ...wish, date: day } as never, replace: true, resetScroll: false })
  return (
    <form
      noValidate
      className={classes.page}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isStale && !error && typed === null) void send()
      }}
    >
      <div className={classes.column}>
        <SectionCard title={m.terminations_date_title()}>
          <Stack gap="md">
            <DayInput
              label={m.terminations_wished()}
              maw={260}
              min={contract.abilities.enterTermination ? undefined : today()}
              value={typed ?? wish.date ?? preview.wishedOn}
              onChange={(text) => {
                setTyped(isCivilDate(text) ? null : text)
                if (isCivilDate(text)) choose(text)
              }}
              error={typed === '' ? fieldMessage('required') : dayFault(error, 'wishedOn')}
              withAsterisk
              aria-required
            />
            <TerminationFacts preview={preview} isStale={isStale} origin={origin} />
          </Stack>
        </SectionCard>
        <SectionCard title={m.terminations_curve()} description={m.terminations_curve_hint()}>
          <CostCurve curve={preview.curve} chosen={preview.effectiveOn.slice(0, 7)} onChoose={({ effectiveOn }) => choose(effectiveOn)} />
        </SectionCard>
      </div>
      <div className={classes.column}>
        <SectionCard title={m.terminations_costs()}>
          <Stack gap="md">
            <TerminationCosts preview={preview} />
            <p className={classes.note}>{m.terminations_final_invoice()}</p>
            <Textarea
              label={m.terminations_reason_optional()}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              maxLength={500}
              autosize
              minRows={2}
            />
            <p className={classes.note}>
              {origin === 'port_out'
                ? m.terminations_port_out_final()
                : preview.awaitsClient
                  ? m.terminations_awaits_client()
                  : m.terminations_may_withdraw()}
            </p>
            {isChanged ? (
              <Alert color="yellow" variant="light" role="alert" icon={<IconAlertTriangle size={18} stroke={1.6} aria-hidden />}>
                {m.terminations_changed()}
              </Alert>
            ) : (
              <FormProblem problem={problem} />
            )}
            <Group justify="flex-end">
              <ButtonLink variant="default" to={pages.subscription} params={{ universe, subscription: contract.reference }}>
                {common.action_cancel()}
              </ButtonLink>
              <SubmitButton color="red.8" loading={isSending} disabled={isStale || Boolean(error) || typed !== null}>
                {common.action_confirm()}
              </SubmitButton>
            </Group>
          </Stack>
        </SectionCard>
      </div>
    </form>
  )
}

/** What leaving costs, month by month, before it is confirmed. */
export const TerminationPage = () => {
  const { universe, subscription: reference } = route.useParams()
  const { date, recu, origine } = route.useSearch()
  const { data: contract, error: contractError } = useQuery(read(readSubscription, { params: { universe, subscription: reference } }))
  const isEntry = contract?.abilities.enterTermination ?? false
  const wish = {
    wishedOn: date,
    ...(isEntry ? { requestedOn: recu, origin: entryOrigins.find((one) => one === origine) ?? 'letter' } : {}),
  }
  const {
    data: preview,
    error,
    isFetching,
  } = useQuery({ ...terminationPreviewQuery(universe, reference, wish), enabled: contract !== undefined })
  if (!contract && contractError) return <PageProblem error={contractError} />
  if (contract && !preview && error) {
    const fault = dayFault(error, 'wishedOn') ?? dayFault(error, 'receivedOn')
    if (!fault) return <PageProblem error={error} />
  }
  const refusal = preview?.refusal ?? null
  const back = (
    <ButtonLink to={pages.subscription} params={{ universe, subscription: reference }} variant="default">
      {m.terminations_back()}
    </ButtonLink>
  )
  return (
    <Page
      title={m.terminations_title()}
      subtitle={contract ? contractTitle(contract) : reference}
      breadcrumb={[
        { label: words(contractWords.title), to: pages.subscriptions },
        {
          label: contract ? contractTitle(contract) : reference,
          to: pages.subscription,
          params: { subscription: reference },
        },
      ]}
    >
      {!contract || (!preview && !error) ? <Skeleton height={420} /> : null}
      {contract && preview && refusal ? (
        <Alert color="yellow" variant="light" role="alert" icon={<IconAlertTriangle size={18} stroke={1.6} aria-hidden />}>
          <Stack gap="sm" align="flex-start">
            {m[`terminations_refusal_${refusal}`]()}
            {back}
          </Stack>
        </Alert>
      ) : null}
      {contract && !preview && error ? (
        <Alert color="red" variant="light" role="alert">
          <Stack gap="sm" align="flex-start">
            {dayFault(error, 'wishedOn') ?? dayFault(error, 'receivedOn') ?? problemMessage(error)}
            {back}
          </Stack>
        </Alert>
      ) : null}
      {contract && preview && !refusal ? <Confirmation contract={contract} preview={preview} isStale={isFetching} error={error} /> : null}
    </Page>
  )
}
