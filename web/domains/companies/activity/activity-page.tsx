import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { listActivity } from '#api/activity/activity'
import { activityWords } from '#api/activity/words'
import { readCompany } from '#api/companies/company/company'
import type { Universe } from '#api/universes'
import * as m from '#messages/activity'
import { sheetCrumbs } from '../../../app/company/company-crumbs.ts'
import { companyAt, useCompanyPlace } from '../../../app/company/company-place.ts'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { useUniverse } from '../../../platform/session.ts'
import { words } from '../../../platform/words.ts'
import { DataList } from '../../../ui/data-list/data-list.tsx'
import { InstantLines } from '../../../ui/data-list/instant-lines.tsx'
import { type ListSearch, listSearch } from '../../../ui/data-list/list-search.ts'
import { TwoLines } from '../../../ui/data-list/two-lines.tsx'
import { Page } from '../../../ui/page.tsx'
import { ActivityChanges } from '../../activity/activity-changes.tsx'
import { actionLabel, objectKindLabel, objectText } from '../../activity/activity-labels.ts'

const people = ['company', 'site', 'contact', 'user', 'right', 'payment_details', 'session', 'import'] as const
const business = ['order', 'subscription', 'service', 'accountcode', 'purchase_request'] as const
/** What only these universes write about. */
const own: Readonly<Partial<Record<Universe, readonly string[]>>> = {
  carrier: ['offer', 'price_list', 'issuer', 'mail'],
  operator: ['resale_price'],
}

type Search = ListSearch<typeof listActivity>
const lines = (params: { readonly universe: Universe; readonly company: string }, search: Search) =>
  read(listActivity, { params, query: search })

export const address = listSearch(listActivity)
export const reads = (place: Place<{ readonly company?: string }, Search>) => [lines(companyAt(place), place.search)]

/** The history of operations of one's company, or of a client's when the address names one. */
export const ActivityPage = () => {
  const universe = useUniverse()
  const place = useCompanyPlace()
  const { company, own: isOwn } = place
  const search = useSearch({ strict: false }) as Search
  const name = useQuery({ ...read(readCompany, { params: { universe, company } }), enabled: !isOwn }).data?.name
  return (
    <Page
      title={words(activityWords.title)}
      subtitle={isOwn ? m.activity_subtitle() : [name, company].filter(Boolean).join(' · ')}
      breadcrumb={sheetCrumbs(place, name)}
    >
      <DataList
        endpoint={listActivity}
        params={{ universe, company }}
        asked={search}
        label={words(activityWords.title)}
        query={useQuery(lines({ universe, company }, search))}
        rowKey={(line) => line.id}
        rowLabel={(line) => actionLabel(line.action)}
        columns={[
          {
            key: 'action',
            header: `${words(activityWords.action)} · ${words(activityWords.object)}`,
            cell: (line) => (
              <TwoLines first={actionLabel(line.action)} second={objectText(line) === line.actorName ? null : objectText(line)} />
            ),
            wide: true,
          },
          { key: 'at', header: words(activityWords.at), cell: (line) => <InstantLines at={line.at} />, sort: true, corner: true },
          {
            key: 'actor',
            header: words(activityWords.actor),
            cell: (line) => (line.onBehalfOf ? m.activity_on_behalf({ actor: line.actorName, company: line.onBehalfOf }) : line.actorName),
            clip: true,
          },
          {
            key: 'changes',
            header: words(activityWords.changes),
            cell: (line) => (line.before ?? line.after) && <ActivityChanges line={line} />,
          },
          { key: 'ip', header: words(activityWords.ip), cell: (line) => line.ip ?? m.activity_no_value(), hidden: true },
          { key: 'login', header: words(activityWords.login), cell: (line) => line.actorLogin ?? m.activity_no_value(), hidden: true },
        ]}
        filters={[
          { kind: 'search', placeholder: m.activity_search() },
          {
            kind: 'select',
            key: 'kind',
            label: m.activity_kind(),
            options: [...people, ...business, ...(own[universe] ?? [])].map((kind) => ({ value: kind, label: objectKindLabel(kind) })),
          },
          { kind: 'date', key: 'from', label: m.activity_from() },
          { kind: 'date', key: 'until', label: m.activity_until() },
        ]}
        empty={{ title: m.activity_empty(), description: m.activity_empty_description() }}
      />
    </Page>
  )
}
