import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDownload, IconFileSpreadsheet, IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { pages } from '#api/pages'
import { type Accountcode, exportAccountcodes } from '#api/subscriptions/accountcodes/accountcodes'
import * as m from '#messages/accountcodes'
import * as common from '#messages/common'
import * as shell from '#messages/shell'
import { urlOf } from '../../../platform/call.ts'
import { DataList } from '../../../ui/data-list/data-list.tsx'
import type { DataColumn, DataFilter } from '../../../ui/data-list/data-list-types.ts'
import { lazyWindow } from '../../../ui/lazy-window.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { Page } from '../../../ui/page.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import classes from './accountcodes.module.css'
import { accountcodesQuery } from './accountcodes.queries.ts'
import { EditableText } from './editable-text.tsx'

const route = getRouteApi(pages.accountcodes)
const BulkEditDrawer = lazyWindow(async () => (await import('./bulk-edit-drawer.tsx')).BulkEditDrawer)
const HistoryDrawer = lazyWindow(async () => (await import('./history-drawer.tsx')).HistoryDrawer)

const stateLabel = (state: Accountcode['state']): string => (state === 'active' ? m.accountcodes_active() : m.accountcodes_closed())

const filters = (): readonly DataFilter[] => [
  { kind: 'search', placeholder: m.accountcodes_search() },
  {
    kind: 'select',
    key: 'state',
    label: m.accountcodes_state(),
    options: (['active', 'closed'] as const).map((value) => ({ value, label: stateLabel(value) })),
  },
  { kind: 'text', key: 'client', label: m.accountcodes_client() },
  { kind: 'text', key: 'number', label: m.accountcodes_number(), placeholder: '133615', more: true },
  { kind: 'text', key: 'label', label: m.accountcodes_label(), more: true },
  { kind: 'text', key: 'partnerCode', label: m.accountcodes_partner_code(), more: true },
  { kind: 'text', key: 'subscription', label: m.accountcodes_contract(), placeholder: 'OC00087', more: true },
  { kind: 'text', key: 'service', label: m.accountcodes_service(), placeholder: 'FPC00012', more: true },
]

/** « Accountcodes »: one per billable service, with the partner's own code and label, changed where they stand. */
export const AccountcodesPage = () => {
  const { universe } = route.useParams()
  const search = route.useSearch()
  const query = useQuery(accountcodesQuery(universe, search))
  const [isBulk, bulk] = useDisclosure(false)
  const [told, setTold] = useState<Accountcode | null>(null)
  const { cursor: _cursor, sort: _sort, ...shown } = search
  const columns: readonly DataColumn<Accountcode>[] = [
    { key: 'number', header: m.accountcodes_number(), cell: ({ number }) => <strong>{number}</strong>, sort: true },
    {
      key: 'state',
      header: m.accountcodes_state(),
      cell: ({ state }) => <StateBadge tone={state === 'active' ? 'success' : 'neutral'} label={stateLabel(state)} />,
    },
    {
      key: 'label',
      header: m.accountcodes_label(),
      cell: (row) => <EditableText row={row} field="label" name={m.accountcodes_label()} maximum={120} />,
      sort: true,
      fixed: true,
    },
    {
      key: 'partnerCode',
      header: m.accountcodes_partner_code(),
      cell: (row) => <EditableText row={row} field="partnerCode" name={m.accountcodes_partner_code()} maximum={60} />,
      sort: true,
      fixed: true,
    },
    { key: 'client', header: m.accountcodes_client(), cell: ({ client }) => client.name, sort: true },
    { key: 'site', header: m.accountcodes_site(), cell: ({ site }) => site },
    {
      key: 'service',
      header: m.accountcodes_service(),
      cell: ({ service }) => (
        <>
          <span className={classes.reference}>{service.reference}</span> <span className={classes.faint}>{service.name}</span>
        </>
      ),
      sort: true,
    },
    {
      key: 'contract',
      header: m.accountcodes_contract(),
      cell: ({ subscription }) => (
        <AnchorLink to={pages.subscription} params={{ universe, subscription: subscription.reference }}>
          {subscription.reference}
        </AnchorLink>
      ),
    },
  ]
  return (
    <Page
      title={m.accountcodes_title()}
      breadcrumb={[{ label: shell.module_catalog() }]}
      actions={
        <>
          <Button
            component="a"
            href={urlOf(exportAccountcodes, { universe }, shown)}
            download
            variant="default"
            leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
          >
            {common.action_export()}
          </Button>
          {query.data?.abilities.edit ? (
            <Button leftSection={<IconFileSpreadsheet size={16} stroke={1.6} aria-hidden />} onClick={bulk.open}>
              {m.accountcodes_bulk()}
            </Button>
          ) : null}
        </>
      }
    >
      <DataList<Accountcode>
        id="accountcodes"
        label={m.accountcodes_title()}
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
        filters={filters()}
        savedViews="accountcodes"
        empty={{ title: m.accountcodes_empty(), description: m.accountcodes_empty_hint() }}
      />
      {isBulk ? <BulkEditDrawer onClose={bulk.close} /> : null}
      {told ? <HistoryDrawer accountcode={told} onClose={() => setTold(null)} /> : null}
    </Page>
  )
}
