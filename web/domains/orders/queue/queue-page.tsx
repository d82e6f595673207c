import { Kbd, Text } from '@mantine/core'
import { IconHandGrab } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { listPilots, listQueue, type QueueRow, takeOver } from '#api/orders/delivery/delivery'
import { takeOverMany } from '#api/orders/queue/queue-acts'
import type { Order } from '#api/orders/reading/orders'
import { orderWords, queueWords } from '#api/orders/words'
import { pages } from '#api/pages'
import { orderKinds } from '#api/subscriptions/rules/operations'
import * as m from '#messages/delivery'
import { call } from '../../../platform/call.ts'
import { isProblem } from '../../../platform/problem.ts'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { useUniverse } from '../../../platform/session.ts'
import { words } from '../../../platform/words.ts'
import { WhatChanged } from '../../../ui/acts/what-changed.tsx'
import { DataList } from '../../../ui/data-list/data-list.tsx'
import { listSearch } from '../../../ui/data-list/list-search.ts'
import { notifyProblem, notifySuccess } from '../../../ui/notify.tsx'
import { Page } from '../../../ui/page.tsx'
import { familiesQuery } from '../../catalog/families/families.queries.ts'
import { useFamilies } from '../../catalog/families/use-families.ts'
import { orderKindLabel } from '../../subscriptions/order-labels.ts'
import { queueColumns } from './queue-columns.tsx'
import { QueueTabsBar } from './queue-tabs-bar.tsx'
import { askedOf, type QueueSearch, tabOf } from './queue-views.ts'

const route = getRouteApi(pages.queue)

const queue = (search: QueueSearch) => read(listQueue, { params: { universe: 'carrier' }, query: askedOf(search) })

export const address = listSearch(listQueue, 'tab')
export const reads = ({ universe, search }: Place<object, QueueSearch>) => [queue(search), familiesQuery(universe)]

/** « Pilotage »: the carrier's running orders, whose turn it is, and what is late. */
export const QueuePage = () => {
  const universe = useUniverse()
  const search = route.useSearch()
  const tab = tabOf(search.tab)
  const asked = askedOf(search)
  const query = useQuery(queue(search))
  const pilots = useQuery(read(listPilots, { params: { universe: 'carrier' } })).data?.items ?? []
  const families = useFamilies()
  const [overtaken, setOvertaken] = useState<readonly string[] | null>(null)
  const take = async (row: QueueRow) => {
    setOvertaken(null)
    try {
      await call(takeOver, { params: { universe, order: row.reference }, body: { version: row.version } })
      notifySuccess(m.delivery_taken({ reference: row.reference }))
    } catch (error) {
      const now = isProblem(error, 'version_conflict') ? (error.current as Order | undefined) : undefined
      if (now?.pilot) setOvertaken([m.delivery_already_taken({ reference: row.reference, pilot: now.pilot })])
      else notifyProblem(error)
    }
  }
  return (
    <Page title={m.delivery_title()} breadcrumb={[]} documentTitle={m.delivery_title()}>
      <QueueTabsBar tab={tab} counts={query.data?.counts} />
      <WhatChanged changes={overtaken} onDismiss={() => setOvertaken(null)} />
      <DataList
        hasTabs
        endpoint={listQueue}
        params={{ universe: 'carrier' }}
        asked={asked}
        label={words(queueWords.title)}
        query={query}
        rowKey={({ reference }) => reference}
        rowLabel={({ reference }) => reference}
        rowLink={({ reference }) => ({ to: pages.delivery, params: { universe, order: reference } })}
        rowActions={(row) =>
          row.abilities.takeOver ? [{ key: 'take', label: m.delivery_take_over(), onClick: () => void take(row) }] : []
        }
        columns={queueColumns(tab)}
        acts={[
          {
            endpoint: takeOverMany,
            label: m.delivery_take_over(),
            icon: <IconHandGrab size={16} stroke={1.6} aria-hidden />,
            isFor: (row) => row.abilities.takeOver,
            seen: (row) => row.version,
          },
        ]}
        rowKeys={{
          p: (row) => {
            if (row.abilities.takeOver) void take(row)
          },
        }}
        filters={[
          { kind: 'search', placeholder: m.delivery_search() },
          {
            kind: 'select',
            key: 'kind',
            label: words(orderWords.kind),
            options: orderKinds.map((value) => ({ value, label: orderKindLabel(value) })),
          },
          {
            kind: 'select',
            key: 'family',
            label: m.delivery_family(),
            feminine: true,
            options: families.options,
          },
          ...(tab === 'mine' || tab === 'nobody'
            ? []
            : [
                {
                  kind: 'select' as const,
                  key: 'pilot' as const,
                  label: words(orderWords.pilot),
                  options: pilots.map(({ login, name, running: count }) => ({
                    value: login,
                    label: m.delivery_pilot_option({ name, count }),
                  })),
                },
              ]),
        ]}
        empty={{ title: m[`delivery_empty_${tab}`](), description: m.delivery_empty_hint() }}
      />
      <Text fz="sm" c="dimmed" className="no-print" visibleFrom="md">
        <Kbd>J</Kbd> <Kbd>K</Kbd> {m.delivery_keys_walk()} · <Kbd>↵</Kbd> {m.delivery_keys_open()} · <Kbd>X</Kbd> {m.delivery_keys_pick()} ·{' '}
        <Kbd>P</Kbd> {m.delivery_keys_take()}
      </Text>
    </Page>
  )
}
