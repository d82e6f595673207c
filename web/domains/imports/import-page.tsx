import { Alert, Button, Group, Progress, Stack, Table, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { applyImport, cancelImport, downloadFaultyLines, type Import, retryImport } from '#api/imports/imports'
import { importWords } from '#api/imports/words'
import { pages } from '#api/pages'
import * as m from '#messages/imports'
import * as shell from '#messages/shell'
import { StatePill } from '../../app/look/state-pill.tsx'
import { call, urlOf } from '../../platform/call.ts'
import { fieldMessage } from '../../platform/field-message.ts'
import { formatInstant, formatNumber } from '../../platform/format.ts'
import type { Place } from '../../platform/reading/place.ts'
import { words } from '../../platform/words.ts'
import { confirm } from '../../ui/confirm-dialog.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { notifyProblem } from '../../ui/notify.tsx'
import { Page } from '../../ui/page.tsx'
import { SectionCard } from '../../ui/section-card.tsx'
import { importErrorsQuery, importQuery, isRunning, kindLabel, stateLabel } from './imports.queries.ts'

const route = getRouteApi(pages.import)

const ProgressSection = ({ job }: { readonly job: Import }) => {
  const applied = job.created + job.updated + job.unchanged
  const [done, total] = job.state === 'checking' ? [job.examined, job.total] : [applied, job.valid]
  return (
    <div role="status">
      <Text fz="sm" mb={6}>
        {(job.state === 'checking' ? m.imports_checking : m.imports_applying)({ done: formatNumber(done), total: formatNumber(total) })}
      </Text>
      <Progress value={total === 0 ? 0 : (done / total) * 100} aria-label={stateLabel(job.state)} animated />
    </div>
  )
}

const ErrorsSection = ({ job }: { readonly job: Import }) => {
  const query = useInfiniteQuery(importErrorsQuery(job.reference, job.faulty))
  const errors = query.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <SectionCard
      title={m.imports_errors({ count: job.faulty })}
      description={m.imports_errors_hint()}
      actions={
        <Button
          component="a"
          href={urlOf(downloadFaultyLines, { universe: 'carrier', import: job.reference })}
          download
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.6} />}
        >
          {m.imports_download_faulty()}
        </Button>
      }
    >
      <Table.ScrollContainer minWidth={480}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{m.imports_line()}</Table.Th>
              <Table.Th>{m.imports_column()}</Table.Th>
              <Table.Th>{m.imports_value()}</Table.Th>
              <Table.Th>{m.imports_reason()}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {errors.map(({ line, column, code, value, params }) => (
              <Table.Tr key={`${line} ${column} ${code}`}>
                <Table.Td>{line}</Table.Td>
                <Table.Td>{column ?? ''}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{code === 'duplicate_line' ? '' : (value ?? '')}</Table.Td>
                <Table.Td>{code === 'duplicate_line' ? m.imports_duplicate({ line: value ?? '' }) : fieldMessage(code, params)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {query.hasNextPage ? (
        <Button mt="sm" variant="default" onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {m.imports_more()}
        </Button>
      ) : null}
    </SectionCard>
  )
}

export const reads = ({ params }: Place<{ readonly import: string }>) => [importQuery(params.import)]

/** One import: its check, what it will do, its progress and what was set aside. */
export const ImportPage = () => {
  const { import: reference } = route.useParams()
  const { data: job } = useSuspenseQuery(importQuery(reference))
  const [isBusy, setBusy] = useState(false)
  const act = async (endpoint: typeof applyImport | typeof cancelImport | typeof retryImport) => {
    setBusy(true)
    try {
      await call(endpoint, { params: { universe: 'carrier', import: reference } })
    } catch (error) {
      notifyProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const cancel = async () => {
    const agreed = await confirm({
      title: m.imports_cancel_title(),
      message: m.imports_cancel_text(),
      confirmLabel: m.imports_cancel(),
      danger: true,
    })
    if (agreed) await act(cancelImport)
  }
  return (
    <Page
      title={job.fileName}
      subtitle={`${job.reference} · ${kindLabel(job.kind)}`}
      badge={<StatePill of="import" state={job.state} label={stateLabel(job.state)} />}
      breadcrumb={[{ label: shell.module_company() }, { label: words(importWords.title), to: pages.imports }]}
      actions={
        <Group gap="xs">
          {job.abilities.cancel ? (
            <Button variant="default" onClick={() => void cancel()} disabled={isBusy}>
              {m.imports_cancel()}
            </Button>
          ) : null}
          {job.abilities.retry ? (
            <Button onClick={() => void act(retryImport)} loading={isBusy}>
              {m.imports_retry()}
            </Button>
          ) : null}
          {job.abilities.apply ? (
            <Button onClick={() => void act(applyImport)} loading={isBusy}>
              {m.imports_apply({ count: job.valid })}
            </Button>
          ) : null}
        </Group>
      }
    >
      <Stack gap="lg">
        {job.failure !== null ? (
          <Alert color="red" variant="light" role="alert" title={m.imports_failed()}>
            {m.imports_failed_text()}
            <Text fz="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
              {m.imports_failed_reason({ reason: job.failure })}
            </Text>
          </Alert>
        ) : null}
        {job.state === 'checked' ? (
          <Alert color={job.faulty > 0 ? 'yellow' : 'teal'} variant="light" role="status">
            {[m.imports_checked({ count: job.valid }), job.faulty > 0 && m.imports_checked_faulty({ count: job.faulty })]
              .filter(Boolean)
              .join(' ')}
          </Alert>
        ) : null}
        {job.ignoredColumns.length > 0 ? (
          <Alert color="blue" variant="light">
            {m.imports_ignored({ columns: job.ignoredColumns.join(', ') })}
          </Alert>
        ) : null}
        <SectionCard title={m.imports_result()}>
          <Stack gap="md">
            {isRunning(job) ? <ProgressSection job={job} /> : null}
            <DescriptionList
              items={[
                { label: words(importWords.total), value: formatNumber(job.total) },
                { label: m.imports_valid(), value: formatNumber(job.valid) },
                { label: words(importWords.faulty), value: formatNumber(job.faulty) },
                { label: m.imports_created(), value: formatNumber(job.created) },
                { label: m.imports_updated(), value: formatNumber(job.updated) },
                { label: m.imports_unchanged(), value: formatNumber(job.unchanged) },
                { label: m.imports_encoding(), value: `${job.encoding}, « ${job.delimiter === '\t' ? m.imports_tab() : job.delimiter} »` },
                { label: words(importWords.startedBy), value: job.startedBy },
                { label: words(importWords.createdAt), value: formatInstant(job.createdAt) },
                job.finishedAt !== null && { label: m.imports_finished(), value: formatInstant(job.finishedAt) },
              ]}
            />
          </Stack>
        </SectionCard>
        {job.faulty > 0 ? <ErrorsSection job={job} /> : null}
      </Stack>
    </Page>
  )
}
