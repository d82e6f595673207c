import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listProposals, type Proposal, type ProposalField, withdrawProposal } from '#api/companies/portfolio/proposals'
import * as m from '#messages/portfolio'
import { StatePill } from '../../../../app/look/state-pill.tsx'
import { call } from '../../../../platform/call.ts'
import { formatInstant } from '../../../../platform/format.ts'
import { isProblem } from '../../../../platform/problem.ts'
import { read } from '../../../../platform/reading/read.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { confirm } from '../../../../ui/confirm-dialog.tsx'
import { FormProblem } from '../../../../ui/form-problem.tsx'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import { notifyProblem, notifySuccess } from '../../../../ui/notify.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import { proposalFieldLabel, proposalStateLabel } from '../portfolio-labels.ts'
import { proposalValue } from './proposal-value.ts'

const AnswerDrawer = lazyPart(() => import('./answer-drawer.tsx'), 'AnswerDrawer')
const ContestDrawer = lazyPart(() => import('./contest-drawer.tsx'), 'ContestDrawer')
const ProposeDrawer = lazyPart(() => import('./propose-drawer.tsx'), 'ProposeDrawer')

const hint = (fields: readonly ProposalField[]): string =>
  fields.includes('name') ? m.portfolio_proposals_hint() : m.portfolio_proposals_hint_siren()

interface LineProps {
  readonly proposal: Proposal
  readonly onAnswer: () => void
  readonly onContest: () => void
}

const Line = ({ proposal, onAnswer, onContest }: LineProps) => {
  const universe = useUniverse()
  const withdraw = async () => {
    const agreed = await confirm({
      title: m.portfolio_withdraw_title(),
      message: m.portfolio_withdraw_text(),
      confirmLabel: m.portfolio_withdraw(),
      danger: true,
    })
    if (!agreed) return
    try {
      await call(withdrawProposal, { params: { universe, company: proposal.company.reference, proposal: proposal.id } })
      notifySuccess()
    } catch (error) {
      notifyProblem(error)
    }
  }
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <div>
        <Text>
          {m.portfolio_proposal_line({
            field: proposalFieldLabel(proposal.field),
            before: proposalValue(proposal, proposal.oldValue),
            after: proposalValue(proposal, proposal.newValue),
          })}
        </Text>
        <Text fz="sm" c="dimmed">
          {m.portfolio_proposal_by({ name: proposal.proposedBy, at: formatInstant(proposal.createdAt) })}
          {proposal.reason ? ` : ${proposal.reason}` : ''}
        </Text>
        {proposal.answer ? <Text fz="sm">{m.portfolio_proposal_answer({ answer: proposal.answer })}</Text> : null}
      </div>
      <Group gap="xs">
        <StatePill of="proposal" state={proposal.state} label={proposalStateLabel(proposal.state)} />
        {proposal.abilities.withdraw ? (
          <Button size="compact-sm" variant="default" onClick={() => void withdraw()}>
            {m.portfolio_withdraw()}
          </Button>
        ) : null}
        {proposal.abilities.answer ? (
          <Button size="compact-sm" onClick={onAnswer}>
            {m.portfolio_answer()}
          </Button>
        ) : null}
        {proposal.abilities.contest ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={m.portfolio_contest_of({ field: proposalFieldLabel(proposal.field) })}
            onClick={onContest}
          >
            {m.portfolio_contest()}
          </Button>
        ) : null}
      </Group>
    </Group>
  )
}

/** Changes of a company's identity: proposed to the carrier, or made by its administrators and contested or not. For the company's sheet. */
export const ProposalsSection = ({ companyReference: company }: { readonly companyReference: string }) => {
  const universe = useUniverse()
  const { data, error } = useQuery(read(listProposals, { params: { universe, company } }))
  const [isProposing, setProposing] = useState(false)
  const [answered, setAnswered] = useState<Proposal | null>(null)
  const [contested, setContested] = useState<Proposal | null>(null)
  if (!data)
    return (
      <SectionCard title={m.portfolio_proposals()}>
        {isProblem(error) ? <FormProblem problem={error} /> : <Skeleton height={120} />}
      </SectionCard>
    )
  return (
    <SectionCard
      title={m.portfolio_proposals()}
      description={data.abilities.propose ? hint(data.abilities.fields) : undefined}
      actions={
        data.abilities.propose ? (
          <Button variant="default" leftSection={<IconPlus size={16} stroke={1.6} />} onClick={() => setProposing(true)}>
            {m.portfolio_propose()}
          </Button>
        ) : null
      }
    >
      <Stack gap="md">
        {data.items.length === 0 ? <Text c="dimmed">{m.portfolio_no_proposal()}</Text> : null}
        {data.items.map((proposal) => (
          <Line key={proposal.id} proposal={proposal} onAnswer={() => setAnswered(proposal)} onContest={() => setContested(proposal)} />
        ))}
      </Stack>
      {isProposing ? <ProposeDrawer company={company} fields={data.abilities.fields} onClose={() => setProposing(false)} /> : null}
      {answered ? <AnswerDrawer proposal={answered} onClose={() => setAnswered(null)} /> : null}
      {contested ? <ContestDrawer proposal={contested} onClose={() => setContested(null)} /> : null}
    </SectionCard>
  )
}
