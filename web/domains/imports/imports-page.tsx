import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { pages } from '#api/pages'
import * as m from '#messages/imports'
import * as shell from '#messages/shell'
import { formatInstant, formatNumber } from '../../platform/format.ts'
import { DataList } from '../../ui/data-list/data-list.tsx'
import { lazyWindow } from '../../ui/lazy-window.tsx'
import { Page } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { importsQuery, kindLabel, stateLabel, stateTones } from './imports.queries.ts'

const StartImportDrawer = lazyWindow(async () => (await import('./start-import-drawer.tsx')).StartImportDrawer)

const route = getRouteApi(pages.imports)

/** Files that the carrier imported. */
export const ImportsPage = () => {
  const query = useQuery(importsQuery(route.useSearch()))
  const [isStarting, setStarting] = useState(false)
  const start = (
    <Button leftSection={<IconUpload size={16} stroke={1.6} />} onClick={() => setStarting(true)}>
      {m.imports_start()}
    </Button>
  )
  return (
    <Page title={m.imports_title()} breadcrumb={[{ label: shell.module_company() }]} actions={start}>
      <DataList
        id="imports"
        label={m.imports_title()}
        query={query}
        rowKey={(row) => row.reference}
        rowLabel={(row) => row.fileName}
        rowLink={(row) => ({ to: pages.import, params: { universe: 'carrier', import: row.reference } })}
        columns={[
          { key: 'reference', header: m.imports_reference(), cell: (row) => row.reference },
          { key: 'fileName', header: m.imports_file(), cell: (row) => row.fileName },
          { key: 'kind', header: m.imports_kind(), cell: (row) => kindLabel(row.kind) },
          {
            key: 'state',
            header: m.imports_state(),
            cell: (row) => <StateBadge tone={stateTones[row.state]} label={stateLabel(row.state)} />,
          },
          { key: 'total', header: m.imports_lines(), cell: (row) => formatNumber(row.total), align: 'end' },
          { key: 'faulty', header: m.imports_faulty(), cell: (row) => formatNumber(row.faulty), align: 'end' },
          { key: 'startedBy', header: m.imports_by(), cell: (row) => row.startedBy },
          { key: 'createdAt', header: m.imports_at(), cell: (row) => formatInstant(row.createdAt), sort: true },
        ]}
        empty={{ title: m.imports_empty(), description: m.imports_empty_hint(), action: start }}
      />
      {isStarting ? <StartImportDrawer onClose={() => setStarting(false)} /> : null}
    </Page>
  )
}
