import { IconPlus, IconSettings } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { companyStates, financialStates } from '#api/companies/company/company-states'
import { type ClientRow, listClients } from '#api/companies/portfolio/clients'
import { clientWords } from '#api/companies/words'
import { clientPages, pages } from '#api/pages'
import type { Universe } from '#api/universes'
import * as m from '#messages/portfolio'
import * as shell from '#messages/shell'
import { StatePill } from '../../../app/look/state-pill.tsx'
import { formatInstant, formatSiren } from '../../../platform/format.ts'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { useHolds, useUniverse } from '../../../platform/session.ts'
import { words } from '../../../platform/words.ts'
import { DataList } from '../../../ui/data-list/data-list.tsx'
import type { DataColumn, FilterOf } from '../../../ui/data-list/data-list-types.ts'
import { type ListSearch, listSearch } from '../../../ui/data-list/list-search.ts'
import { TwoLines } from '../../../ui/data-list/two-lines.tsx'
import { ButtonLink } from '../../../ui/links.tsx'
import { Page } from '../../../ui/page.tsx'
import { usePartnerOptions } from './partner-options.ts'
import { financialLabel, stateLabel, universeLabel } from './portfolio-labels.ts'

const route = getRouteApi(pages.clients)

type Search = ListSearch<typeof listClients>
const clients = (universe: Universe, search: Search) => read(listClients, { params: { universe }, query: search })

export const address = listSearch(listClients)
export const reads = ({ universe, search }: Place<object, Search>) => [clients(universe, search)]

const columnsFor = (universe: Universe): DataColumn<ClientRow>[] => [
  {
    key: 'name',
    header: words(clientWords.name),
    cell: ({ name, reference, siren }) => (
      <TwoLines first={name} second={[reference, universe === 'carrier' ? formatSiren(siren) : ''].filter(Boolean).join(' · ')} />
    ),
    sort: true,
    wide: true,
  },
  {
    key: 'state',
    header: words(clientWords.state),
    cell: (row) => <StatePill of="company" state={row.state} label={stateLabel(row.state)} />,
    headline: true,
  },
  {
    key: 'financialState',
    header: words(clientWords.financialState),
    cell: (row) => <StatePill of="financial" state={row.financialState} label={financialLabel(row.financialState)} />,
  },
  { key: 'city', header: words(clientWords.city), cell: (row) => [row.postcode, row.city].join(' ').trim(), sort: true, clip: true },
  { key: 'siren', header: words(clientWords.siren), cell: (row) => formatSiren(row.siren), hidden: true },
  ...(universe === 'carrier'
    ? [
        { key: 'partner', header: words(clientWords.partner), cell: (row: ClientRow) => row.partner?.name ?? '', clip: true as const },
        {
          key: 'universes',
          header: words(clientWords.universes),
          cell: (row: ClientRow) => row.universes.map(universeLabel).join(', '),
          hidden: true,
        },
      ]
    : []),
  { key: 'reference', header: words(clientWords.reference), cell: ({ reference }) => reference, sort: true, hidden: true, tableOnly: true },
  { key: 'createdAt', header: words(clientWords.createdAt), cell: (row) => formatInstant(row.createdAt), sort: true, hidden: true },
]

const useFilters = (universe: Universe): FilterOf<typeof listClients>[] => {
  const partners = usePartnerOptions(universe === 'carrier')
  return [
    { kind: 'search', placeholder: m.portfolio_search() },
    {
      kind: 'select',
      key: 'state',
      label: words(clientWords.state),
      options: companyStates.map((value) => ({ value, label: stateLabel(value) })),
    },
    {
      kind: 'select',
      key: 'financialState',
      label: words(clientWords.financialState),
      feminine: true,
      options: financialStates.map((value) => ({ value, label: financialLabel(value) })),
    },
    ...(universe === 'carrier'
      ? ([
          {
            kind: 'select',
            key: 'partner',
            label: words(clientWords.partner),
            options: [
              { value: 'none', label: m.portfolio_no_partner() },
              ...partners
                .map(({ reference, name }) => ({ value: reference, label: name }))
                .filter((option, index, all) => all.findIndex(({ value }) => value === option.value) === index),
            ],
          },
          {
            kind: 'select',
            key: 'holds',
            label: words(clientWords.universes),
            options: (['client', 'ambassador', 'operator'] as const).map((value) => ({ value, label: universeLabel(value) })),
          },
        ] satisfies FilterOf<typeof listClients>[])
      : []),
    { kind: 'select', key: 'department', label: m.portfolio_department(), options: departments },
    { kind: 'date', key: 'createdFrom', label: m.portfolio_created_from() },
    { kind: 'date', key: 'createdTo', label: m.portfolio_created_to() },
  ]
}

const departments = [
  ...Array.from({ length: 95 }, (_, index) => String(index + 1).padStart(2, '0')).flatMap((code) =>
    code === '20' ? ['2A', '2B'] : [code],
  ),
  ...['971', '972', '973', '974', '976'],
].map((code) => ({ value: code, label: code }))

/** « Mes clients » of a partner, « Sociétés » of the carrier. */
export const ClientsPage = () => {
  const universe = useUniverse()
  const search = route.useSearch()
  const navigate = useNavigate()
  const holds = useHolds()
  const query = useQuery(clients(universe, search))
  const title = universe === 'carrier' ? words(clientWords.title) : m.portfolio_my_clients()
  const creates = query.data?.abilities.create ?? false
  const create = (
    <ButtonLink to={pages.newClient} params={{ universe }} leftSection={<IconPlus size={16} stroke={1.6} />}>
      {universe === 'carrier' ? m.portfolio_create_company() : m.portfolio_create()}
    </ButtonLink>
  )
  return (
    <Page title={title} breadcrumb={[{ label: shell.module_company() }]} actions={creates ? create : undefined}>
      <DataList
        endpoint={listClients}
        params={{ universe }}
        asked={search}
        label={title}
        query={query}
        rowKey={(row) => row.reference}
        rowLabel={(row) => row.name}
        rowLink={(row) => ({ to: clientPages.company, params: { universe, company: row.reference } })}
        rowActions={(row) =>
          universe === 'carrier' && holds('company.read')
            ? [
                {
                  key: 'manage',
                  label: m.portfolio_manage(),
                  icon: <IconSettings size={16} stroke={1.6} />,
                  onClick: () => void navigate({ to: pages.standing, params: { universe, company: row.reference } }),
                },
              ]
            : []
        }
        columns={columnsFor(universe)}
        filters={useFilters(universe)}
        empty={{ title: m.portfolio_empty(), description: m.portfolio_empty_hint(), action: creates ? create : undefined }}
      />
    </Page>
  )
}
