import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { listPendingProposals, type Proposal, proposalStates } from '#api/companies/portfolio/proposals'
import { clientWords, proposalWords } from '#api/companies/words'
import { pages } from '#api/pages'
import * as m from '#messages/portfolio'
import * as shell from '#messages/shell'
import { StatePill } from '../../../../app/look/state-pill.tsx'
import type { Place } from '../../../../platform/reading/place.ts'
import { read } from '../../../../platform/reading/read.ts'
import { words } from '../../../../platform/words.ts'
import { DataList } from '../../../../ui/data-list/data-list.tsx'
import { InstantLines } from '../../../../ui/data-list/instant-lines.tsx'
import { type ListSearch, listSearch } from '../../../../ui/data-list/list-search.ts'
import { TwoLines } from '../../../../ui/data-list/two-lines.tsx'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import { Page } from '../../../../ui/page.tsx'
import { proposalFieldLabel, proposalStateLabel } from '../portfolio-labels.ts'
import { proposalValue } from './proposal-value.ts'

const AnswerDrawer = lazyPart(() => import('./answer-drawer.tsx'), 'AnswerDrawer')

const route = getRouteApi(pages.proposals)

type Search = ListSearch<typeof listPendingProposals>
const proposals = (search: Search) => read(listPendingProposals, { params: { universe: 'carrier' }, query: search })

export const address = listSearch(listPendingProposals)
export const reads = ({ search }: Place<object, Search>) => [proposals(search)]

/** What companies ask the carrier to change. */
export const ProposalQueuePage = () => {
  const search = route.useSearch()
  const query = useQuery(proposals(search))
  const [answered, setAnswered] = useState<Proposal | null>(null)
  return (
    <Page title={words(proposalWords.title)} breadcrumb={[{ label: shell.module_company() }]}>
      <DataList
        endpoint={listPendingProposals}
        params={{ universe: 'carrier' }}
        asked={search}
        label={words(proposalWords.title)}
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
          {
            key: 'company',
            header: words(proposalWords.company),
            cell: ({ company }) => <TwoLines first={company.name} second={company.reference} />,
            wide: true,
          },
          { key: 'field', header: words(proposalWords.field), cell: (row) => proposalFieldLabel(row.field) },
          { key: 'before', header: words(proposalWords.before), cell: (row) => proposalValue(row, row.oldValue), clip: true },
          { key: 'after', header: words(proposalWords.after), cell: (row) => proposalValue(row, row.newValue), clip: true },
          {
            key: 'state',
            header: words(clientWords.state),
            cell: (row) => <StatePill of="proposal" state={row.state} label={proposalStateLabel(row.state)} />,
            headline: true,
          },
          {
            key: 'createdAt',
            header: words(proposalWords.createdAt),
            cell: (row) => <InstantLines at={row.createdAt} />,
            sort: true,
            corner: true,
          },
        ]}
        filters={[
          {
            kind: 'select',
            key: 'state',
            label: words(clientWords.state),
            options: proposalStates.map((value) => ({ value, label: proposalStateLabel(value) })),
          },
        ]}
        empty={{ title: m.portfolio_queue_empty(), description: m.portfolio_queue_empty_hint() }}
      />
      {answered ? <AnswerDrawer proposal={answered} onClose={() => setAnswered(null)} /> : null}
    </Page>
  )
}
