import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { listImports } from '#api/imports/imports'
import { importWords } from '#api/imports/words'
import { pages } from '#api/pages'
import * as m from '#messages/imports'
import * as shell from '#messages/shell'
import { StatePill } from '../../app/look/state-pill.tsx'
import { formatNumber } from '../../platform/format.ts'
import type { Place } from '../../platform/reading/place.ts'
import { read } from '../../platform/reading/read.ts'
import { words } from '../../platform/words.ts'
import { DataList } from '../../ui/data-list/data-list.tsx'
import { InstantLines } from '../../ui/data-list/instant-lines.tsx'
import { type ListSearch, listSearch } from '../../ui/data-list/list-search.ts'
import { TwoLines } from '../../ui/data-list/two-lines.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { Page } from '../../ui/page.tsx'
import { kindLabel, stateLabel } from './imports.queries.ts'

const StartImportDrawer = lazyPart(() => import('./start-import-drawer.tsx'), 'StartImportDrawer')

const route = getRouteApi(pages.imports)

const imports = (search: ListSearch<typeof listImports>) => read(listImports, { params: { universe: 'carrier' }, query: search })

export const address = listSearch(listImports)
export const reads = ({ search }: Place<object, ListSearch<typeof listImports>>) => [imports(search)]

/** Files that the carrier imported. */
export const ImportsPage = () => {
  const search = route.useSearch()
  const query = useQuery(imports(search))
  const [isStarting, setStarting] = useState(false)
  const start = (
    <Button leftSection={<IconUpload size={16} stroke={1.6} />} onClick={() => setStarting(true)}>
      {m.imports_start()}
    </Button>
  )
  return (
    <Page title={words(importWords.title)} breadcrumb={[{ label: shell.module_company() }]} actions={start}>
      <DataList
        endpoint={listImports}
        params={{ universe: 'carrier' }}
        asked={search}
        label={words(importWords.title)}
        query={query}
        rowKey={(row) => row.reference}
        rowLabel={(row) => row.fileName}
        rowLink={(row) => ({ to: pages.import, params: { universe: 'carrier', import: row.reference } })}
        columns={[
          {
            key: 'fileName',
            header: words(importWords.fileName),
            cell: ({ fileName, reference }) => <TwoLines first={fileName} second={reference} />,
            wide: true,
          },
          { key: 'kind', header: words(importWords.kind), cell: (row) => kindLabel(row.kind), clip: true },
          {
            key: 'state',
            header: words(importWords.state),
            cell: (row) => <StatePill of="import" state={row.state} label={stateLabel(row.state)} />,
            headline: true,
          },
          { key: 'total', header: words(importWords.total), cell: (row) => formatNumber(row.total), align: 'end' },
          { key: 'faulty', header: words(importWords.faulty), cell: (row) => formatNumber(row.faulty), align: 'end' },
          { key: 'startedBy', header: words(importWords.startedBy), cell: (row) => row.startedBy, clip: true },
          {
            key: 'createdAt',
            header: words(importWords.createdAt),
            cell: (row) => <InstantLines at={row.createdAt} />,
            sort: true,
            corner: true,
          },
          {
            key: 'reference',
            header: words(importWords.reference),
            cell: ({ reference }) => reference,
            hidden: true,
            tableOnly: true,
          },
        ]}
        empty={{ title: m.imports_empty(), description: m.imports_empty_hint(), action: start }}
      />
      {isStarting ? <StartImportDrawer onClose={() => setStarting(false)} /> : null}
    </Page>
  )
}
