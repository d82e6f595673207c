import { Button } from '@mantine/core'
import { IconListNumbers, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { type AdminOffer, listAdminOffers, offerStates } from '#api/catalog/admin/offer-versions'
import { offerKinds } from '#api/catalog/offers/offers'
import { offerWords } from '#api/catalog/words'
import { pages } from '#api/pages'
import * as m from '#messages/catalog'
import * as labelTexts from '#messages/catalog-labels'
import * as shell from '#messages/shell'
import { StatePill } from '../../../../app/look/state-pill.tsx'
import { formatDay, formatNumber } from '../../../../platform/format.ts'
import type { Place } from '../../../../platform/reading/place.ts'
import { read } from '../../../../platform/reading/read.ts'
import { words } from '../../../../platform/words.ts'
import { DataList } from '../../../../ui/data-list/data-list.tsx'
import { type ListSearch, listSearch } from '../../../../ui/data-list/list-search.ts'
import { TwoLines } from '../../../../ui/data-list/two-lines.tsx'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import { Page } from '../../../../ui/page.tsx'
import { amountsText, kindLabel, offerStateLabel } from '../../catalog-labels.ts'

const CreateOfferDrawer = lazyPart(() => import('./create-offer-drawer.tsx'), 'CreateOfferDrawer')
const FamiliesDrawer = lazyPart(() => import('./families-drawer.tsx'), 'FamiliesDrawer')

const route = getRouteApi(pages.offers)

type Search = ListSearch<typeof listAdminOffers>
const offers = (search: Search) => read(listAdminOffers, { params: { universe: 'carrier' }, query: search })

export const address = listSearch(listAdminOffers)
export const reads = ({ search }: Place<object, Search>) => [offers(search)]

const running = (count: number): string => (count >= 1000 ? m.catalog_thousand_or_more() : formatNumber(count))

const inForce = ({ current, state }: AdminOffer): string =>
  current && state === 'on_sale'
    ? m.catalog_since({ number: current.number, day: formatDay(current.validFrom) })
    : m.catalog_none_in_force()

/** On one line, two where the table is narrow. */
const oneOrTwoLines = { display: 'block', minInlineSize: '7.5em', whiteSpace: 'normal' } as const

/** What comes after the version in force. */
const coming = ({ next, drafts }: AdminOffer): string | null => {
  if (next) return m.catalog_from_day({ number: next.number, day: formatDay(next.validFrom) })
  return drafts > 0 ? m.catalog_drafts({ count: drafts }) : null
}

/** The monthly fee, what is paid once below it: amounts are never cut. */
const Amounts = ({ amounts }: { readonly amounts: AdminOffer['prices']['public'] }) =>
  amountsText(amounts)
    .split(' + ')
    .map((part) => (
      <span key={part} style={{ display: 'block', whiteSpace: 'nowrap' }}>
        {part}
      </span>
    ))

/** « Catalogue » of the carrier: every offer, on sale or not. */
export const OffersPage = () => {
  const search = route.useSearch()
  const query = useQuery(offers(search))
  const [opened, open] = useState<'create' | 'families' | null>(null)
  const families = query.data?.families ?? []
  const mayEdit = query.data?.abilities.edit ?? false
  const familyName = (code: string): string => {
    const family = families.find((one) => one.code === code)
    return family ? words(family.name) : code
  }
  const create = mayEdit ? (
    <Button leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />} onClick={() => open('create')}>
      {m.catalog_create()}
    </Button>
  ) : null
  return (
    <Page
      title={words(offerWords.title)}
      breadcrumb={[{ label: shell.module_catalog() }]}
      actions={
        mayEdit ? (
          <>
            <Button variant="default" leftSection={<IconListNumbers size={16} stroke={1.6} aria-hidden />} onClick={() => open('families')}>
              {m.catalog_families()}
            </Button>
            {create}
          </>
        ) : null
      }
    >
      <DataList
        endpoint={listAdminOffers}
        params={{ universe: 'carrier' }}
        asked={search}
        label={words(offerWords.title)}
        query={query}
        rowKey={({ code }) => code}
        rowLabel={({ name }) => words(name)}
        rowLink={({ code }) => ({ to: pages.offer, params: { universe: 'carrier', offer: code } })}
        columns={[
          {
            key: 'name',
            header: words(offerWords.offer),
            cell: ({ name, code, family }) => <TwoLines first={words(name)} second={[code, familyName(family)].join(' · ')} />,
            sort: true,
            wide: true,
          },
          { key: 'kind', header: words(offerWords.kind), cell: ({ kind }) => kindLabel(kind), hidden: true },
          {
            key: 'state',
            header: words(offerWords.state),
            cell: ({ state }) => <StatePill of="offer" state={state} label={offerStateLabel(state)} />,
            sort: true,
            headline: true,
          },
          {
            key: 'current',
            header: words(offerWords.current),
            cell: (offer) => (
              <TwoLines
                first={<span style={oneOrTwoLines}>{inForce(offer)}</span>}
                second={<span style={oneOrTwoLines}>{coming(offer)}</span>}
              />
            ),
          },
          { key: 'next', header: words(offerWords.next), cell: coming, hidden: true, tableOnly: true },
          {
            key: 'public',
            header: labelTexts.catalog_list_public(),
            cell: ({ prices }) => <Amounts amounts={prices.public} />,
            align: 'end',
          },
          {
            key: 'wholesale',
            header: labelTexts.catalog_list_wholesale(),
            cell: ({ prices }) => <Amounts amounts={prices.wholesale} />,
            align: 'end',
          },
          {
            key: 'contracts',
            header: words(offerWords.runningContracts),
            cell: ({ runningContracts, runningOrders }) => (
              <TwoLines
                first={running(runningContracts)}
                second={runningOrders > 0 ? m.catalog_and_orders({ orders: running(runningOrders) }) : null}
              />
            ),
            align: 'end',
            roomy: true,
          },
          {
            key: 'orders',
            header: words(offerWords.runningOrders),
            cell: ({ runningOrders }) => running(runningOrders),
            align: 'end',
            hidden: true,
            tableOnly: true,
          },
          { key: 'code', header: words(offerWords.code), cell: ({ code }) => code, sort: true, hidden: true, tableOnly: true },
          {
            key: 'family',
            header: words(offerWords.family),
            cell: ({ family }) => familyName(family),
            sort: 'shop',
            clip: true,
            hidden: true,
            tableOnly: true,
          },
        ]}
        filters={[
          { kind: 'search', placeholder: m.catalog_search() },
          {
            kind: 'select',
            key: 'family',
            label: words(offerWords.family),
            feminine: true,
            options: families.map(({ code, name }) => ({ value: code, label: words(name) })),
          },
          {
            kind: 'select',
            key: 'state',
            label: words(offerWords.state),
            options: offerStates.map((value) => ({ value, label: offerStateLabel(value) })),
          },
          {
            kind: 'select',
            key: 'kind',
            label: words(offerWords.kind),
            options: offerKinds.map((value) => ({ value, label: kindLabel(value) })),
          },
        ]}
        empty={{ title: m.catalog_empty(), description: m.catalog_empty_hint(), action: create }}
      />
      {opened === 'create' ? <CreateOfferDrawer families={families} onClose={() => open(null)} /> : null}
      {opened === 'families' ? <FamiliesDrawer families={families} onClose={() => open(null)} /> : null}
    </Page>
  )
}
