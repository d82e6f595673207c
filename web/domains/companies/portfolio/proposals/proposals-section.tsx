import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listProposals, type Proposal, withdrawProposal } from '#api/companies/portfolio/proposals'
import * as common from '#messages/common'
import * as m from '#messages/portfolio'
import { call } from '../../../../platform/call.ts'
import { formatInstant } from '../../../../platform/format.ts'
import { read } from '../../../../platform/reading/read.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { confirm } from '../../../../ui/confirm-dialog.tsx'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import { notifyProblem, notifySuccess } from '../../../../ui/notify.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import { StateBadge } from '../../../../ui/state-badge.tsx'
import { proposalFieldLabel, proposalStateLabel, proposalTones } from '../portfolio-labels.ts'

const AnswerDrawer = lazyPart(() => import('./answer-drawer.tsx'), 'AnswerDrawer')
const ProposeDrawer = lazyPart(() => import('./propose-drawer.tsx'), 'ProposeDrawer')

const Line = ({ proposal, onAnswer }: { readonly proposal: Proposal; readonly onAnswer: () => void }) => {
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
            before: proposal.oldValue ?? common.common_not_set(),
            after: proposal.newValue,
          })}
        </Text>
        <Text fz="sm" c="dimmed">
          {m.portfolio_proposal_by({ name: proposal.proposedBy, at: formatInstant(proposal.createdAt) })}
          {proposal.reason ? ` : ${proposal.reason}` : ''}
        </Text>
        {proposal.answer ? <Text fz="sm">{m.portfolio_proposal_answer({ answer: proposal.answer })}</Text> : null}
      </div>
      <Group gap="xs">
        <StateBadge tone={proposalTones[proposal.state]} label={proposalStateLabel(proposal.state)} />
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
      </Group>
    </Group>
  )
}

/** Changes that only the carrier makes: the company proposes them and follows the answer. For the company's sheet. */
export const ProposalsSection = ({ companyReference: company }: { readonly companyReference: string }) => {
  const universe = useUniverse()
  const { data } = useQuery(read(listProposals, { params: { universe, company } }))
  const [isProposing, setProposing] = useState(false)
  const [answered, setAnswered] = useState<Proposal | null>(null)
  if (!data || (data.items.length === 0 && !data.abilities.propose)) return null
  return (
    <SectionCard
      title={m.portfolio_proposals()}
      description={data.abilities.propose ? m.portfolio_proposals_hint() : undefined}
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
          <Line key={proposal.id} proposal={proposal} onAnswer={() => setAnswered(proposal)} />
        ))}
      </Stack>
      {isProposing ? <ProposeDrawer company={company} onClose={() => setProposing(false)} /> : null}
      {answered ? <AnswerDrawer proposal={answered} onClose={() => setAnswered(null)} /> : null}
    </SectionCard>
  )
}
