import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { type Proposal, proposalStates } from '#api/companies/portfolio/proposals'
import { pages } from '#api/pages'
import * as m from '#messages/portfolio'
import * as shell from '#messages/shell'
import { formatInstant } from '../../../../platform/format.ts'
import { DataList } from '../../../../ui/data-list/data-list.tsx'
import { lazyWindow } from '../../../../ui/lazy-window.tsx'
import { Page } from '../../../../ui/page.tsx'
import { StateBadge } from '../../../../ui/state-badge.tsx'
import { proposalQueueQuery } from '../portfolio.queries.ts'
import { proposalFieldLabel, proposalStateLabel, proposalTones } from '../portfolio-labels.ts'

const AnswerDrawer = lazyWindow(async () => (await import('./answer-drawer.tsx')).AnswerDrawer)

const route = getRouteApi(pages.proposals)

/** What companies ask the carrier to change. */
export const ProposalQueuePage = () => {
  const query = useQuery(proposalQueueQuery(route.useSearch()))
  const [answered, setAnswered] = useState<Proposal | null>(null)
  return (
    <Page title={m.portfolio_queue()} breadcrumb={[{ label: shell.module_company() }]}>
      <DataList
        id="proposals"
        label={m.portfolio_queue()}
        query={query}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.company.name}
        rowLink={(row) => ({
          to: pages.standing,
          params: { universe: 'carrier', company: row.company.reference },
        })}
        rowActions={(row) =>
          row.abilities.answer ? [{ key: 'answer', label: m.portfolio_answer(), onClick: () => setAnswered(row) }] : []
        }
        columns={[
          { key: 'company', header: m.portfolio_company(), cell: (row) => row.company.name },
          { key: 'field', header: m.portfolio_proposal_field(), cell: (row) => proposalFieldLabel(row.field) },
          { key: 'before', header: m.portfolio_proposal_before(), cell: (row) => row.oldValue ?? '' },
          { key: 'after', header: m.portfolio_proposal_value(), cell: (row) => row.newValue },
          {
            key: 'state',
            header: m.portfolio_state(),
            cell: (row) => <StateBadge tone={proposalTones[row.state]} label={proposalStateLabel(row.state)} />,
          },
          { key: 'createdAt', header: m.portfolio_proposed_at(), cell: (row) => formatInstant(row.createdAt), sort: true },
        ]}
        filters={[
          {
            kind: 'select',
            key: 'state',
            label: m.portfolio_state(),
            options: proposalStates.map((value) => ({ value, label: proposalStateLabel(value) })),
          },
        ]}
        empty={{ title: m.portfolio_queue_empty(), description: m.portfolio_queue_empty_hint() }}
      />
      {answered ? <AnswerDrawer proposal={answered} onClose={() => setAnswered(null)} /> : null}
    </Page>
  )
}
