import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileSpreadsheet, IconHistory, IconTag } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { pages } from '#api/pages'
import { type Accountcode, listAccountcodes, setPartnerCodes } from '#api/subscriptions/accountcodes/accountcodes'
import { accountcodeStateWords, accountcodeWords } from '#api/subscriptions/words'
import type { Universe } from '#api/universes'
import * as m from '#messages/accountcodes'
import * as shell from '#messages/shell'
import { StatePill } from '../../../app/look/state-pill.tsx'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { words } from '../../../platform/words.ts'
import { DataList } from '../../../ui/data-list/data-list.tsx'
import type { DataColumn, FilterOf } from '../../../ui/data-list/data-list-types.ts'
import { type ListSearch, listSearch } from '../../../ui/data-list/list-search.ts'
import { TwoLines } from '../../../ui/data-list/two-lines.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { Page } from '../../../ui/page.tsx'
import { BulkEditDrawer } from './bulk-edit-drawer.tsx'
import { EditableText } from './editable-text.tsx'

const HistoryDrawer = lazyPart(() => import('./history-drawer.tsx'), 'HistoryDrawer')
const PartnerCodeWindow = lazyPart(() => import('./partner-code-window.tsx'), 'PartnerCodeWindow')

const route = getRouteApi(pages.accountcodes)

type Search = ListSearch<typeof listAccountcodes>
const accountcodes = (universe: Universe, search: Search) => read(listAccountcodes, { params: { universe }, query: search })

export const address = listSearch(listAccountcodes)
export const reads = ({ universe, search }: Place<object, Search>) => [accountcodes(universe, search)]

const stateLabel = (state: Accountcode['state']): string =>
  state === 'active' ? words(accountcodeStateWords.active) : words(accountcodeStateWords.closed)

const filters = (): readonly FilterOf<typeof listAccountcodes>[] => [
  { kind: 'search', placeholder: m.accountcodes_search() },
  {
    kind: 'select',
    key: 'state',
    label: words(accountcodeWords.state),
    options: (['active', 'closed'] as const).map((value) => ({ value, label: stateLabel(value) })),
  },
  { kind: 'text', key: 'client', label: words(accountcodeWords.client) },
  { kind: 'text', key: 'number', label: words(accountcodeWords.number), placeholder: '133615' },
  { kind: 'text', key: 'label', label: words(accountcodeWords.label) },
  { kind: 'text', key: 'partnerCode', label: words(accountcodeWords.partnerCode) },
  { kind: 'text', key: 'subscription', label: words(accountcodeWords.contract), placeholder: 'OC00087' },
  { kind: 'text', key: 'service', label: words(accountcodeWords.service), placeholder: 'FPC00012' },
]

/** « Accountcodes »: one per billable service, with the partner's own code and label, changed where they stand. */
export const AccountcodesPage = () => {
  const { universe } = route.useParams()
  const search = route.useSearch()
  const query = useQuery(accountcodes(universe, search))
  const [isBulk, bulk] = useDisclosure(false)
  const [asked, ask] = useState<((given: object | null) => void) | null>(null)
  const [told, setTold] = useState<Accountcode | null>(null)
  const columns: readonly DataColumn<Accountcode>[] = [
    {
      key: 'number',
      header: `${words(accountcodeWords.number)} · ${words(accountcodeWords.service)}`,
      cell: ({ number, service }) => <TwoLines first={<strong>{number}</strong>} second={service.reference} />,
      sort: true,
    },
    {
      key: 'label',
      header: words(accountcodeWords.label),
      cell: (row) => (
        <TwoLines
          first={<EditableText row={row} field="label" name={words(accountcodeWords.label)} maximum={120} />}
          // Its name from the start: said again only once the label is another.
          second={row.service.name === row.label ? null : row.service.name}
        />
      ),
      sort: true,
      fixed: true,
      wide: true,
    },
    {
      key: 'partnerCode',
      header: words(accountcodeWords.partnerCode),
      cell: (row) => <EditableText row={row} field="partnerCode" name={words(accountcodeWords.partnerCode)} maximum={60} />,
      sort: true,
      fixed: true,
    },
    {
      key: 'client',
      header: `${words(accountcodeWords.client)} · ${words(accountcodeWords.site)}`,
      cell: ({ client, site }) => <TwoLines first={client.name} second={site} />,
      sort: true,
      clip: true,
    },
    {
      key: 'contract',
      header: words(accountcodeWords.contract),
      cell: ({ subscription }) => (
        <AnchorLink to={pages.subscription} params={{ universe, subscription: subscription.reference }}>
          {subscription.reference}
        </AnchorLink>
      ),
    },
    {
      key: 'state',
      header: words(accountcodeWords.state),
      cell: ({ state }) => <StatePill of="accountcode" state={state} label={stateLabel(state)} />,
      headline: true,
      roomy: true,
    },
    { key: 'site', header: words(accountcodeWords.site), cell: ({ site }) => site, clip: true, hidden: true, tableOnly: true },
    {
      key: 'service',
      header: words(accountcodeWords.service),
      cell: ({ service }) => <TwoLines first={service.name} second={service.reference} />,
      sort: true,
      clip: true,
      hidden: true,
      tableOnly: true,
    },
  ]
  return (
    <Page
      title={words(accountcodeWords.title)}
      breadcrumb={[{ label: shell.module_catalog() }]}
      actions={
        query.data?.abilities.edit ? (
          <Button leftSection={<IconFileSpreadsheet size={16} stroke={1.6} aria-hidden />} onClick={bulk.open}>
            {m.accountcodes_bulk()}
          </Button>
        ) : null
      }
    >
      <DataList
        endpoint={listAccountcodes}
        params={{ universe }}
        asked={search}
        label={words(accountcodeWords.title)}
        query={query}
        rowKey={({ number }) => String(number)}
        rowLabel={({ number }) => String(number)}
        rowActions={(row) => [
          {
            key: 'history',
            label: m.accountcodes_history(),
            icon: <IconHistory size={16} stroke={1.6} />,
            onClick: () => setTold(row),
          },
        ]}
        columns={columns}
        acts={
          query.data?.abilities.edit
            ? [
                {
                  endpoint: setPartnerCodes,
                  label: m.accountcodes_set_code(),
                  icon: <IconTag size={16} stroke={1.6} aria-hidden />,
                  seen: ({ version }) => version,
                  ask: () => new Promise((answer) => ask(() => answer)),
                },
              ]
            : []
        }
        filters={filters()}
        empty={{ title: m.accountcodes_empty(), description: m.accountcodes_empty_hint() }}
      />
      {isBulk ? <BulkEditDrawer onClose={bulk.close} /> : null}
      {asked ? (
        <PartnerCodeWindow
          onAnswer={(given) => {
            asked(given)
            ask(null)
          }}
        />
      ) : null}
      {told ? <HistoryDrawer accountcode={told} onClose={() => setTold(null)} /> : null}
    </Page>
  )
}
