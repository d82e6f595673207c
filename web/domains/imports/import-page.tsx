import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { applyImport, cancelImport, type Import, retryImport } from '#api/imports/imports'
import { importWords } from '#api/imports/words'
import { pages } from '#api/pages'
import * as m from '#messages/imports'
import * as shell from '#messages/shell'
import { StatePill } from '../../app/look/state-pill.tsx'
import { call } from '../../platform/call.ts'
import { formatInstant, formatNumber } from '../../platform/format.ts'
import type { Place } from '../../platform/reading/place.ts'
import { words } from '../../platform/words.ts'
import { confirm } from '../../ui/confirm-dialog.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { notifyProblem } from '../../ui/notify.tsx'
import { Page } from '../../ui/page.tsx'
import { SectionCard } from '../../ui/section-card.tsx'
import { type SummaryFact, SummaryStrip } from '../../ui/summary/summary-strip.tsx'
import { ColumnsCard } from './columns-card.tsx'
import { ErrorsCard } from './errors-card.tsx'
import { FaultGroupsCard } from './fault-groups-card.tsx'
import { importQuery, isRunning, kindLabel, stateLabel } from './imports.queries.ts'
import { UnderstoodCard } from './understood-card.tsx'

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

const ImportSummary = ({ job }: { readonly job: Import }) => {
  const figure = (label: string, count: number): SummaryFact => ({ label, value: formatNumber(count) })
  const isOver = job.created + job.updated + job.unchanged > 0
  return (
    <SummaryStrip
      label={m.imports_result()}
      facts={[
        figure(words(importWords.total), job.total),
        ...(isOver
          ? [
              figure(m.imports_created(), job.created),
              figure(m.imports_updated(), job.updated),
              figure(m.imports_unchanged(), job.unchanged),
            ]
          : [figure(m.imports_valid(), job.valid)]),
        { ...figure(words(importWords.faulty), job.faulty), isBad: job.faulty > 0 },
      ]}
    />
  )
}

export const reads = ({ params }: Place<{ readonly import: string }>) => [importQuery(params.import)]

/** One import: its check, what it will do, its progress and what was set aside. */
export const ImportPage = () => {
  const { import: reference } = route.useParams()
  const { data: job } = useSuspenseQuery(importQuery(reference))
  const [isBusy, setBusy] = useState(false)
  const [wantsMapping, setMapping] = useState(false)
  const isMapping = job.abilities.correct && (job.state === 'mapping' || wantsMapping)
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
          {job.abilities.correct && !isMapping ? (
            <Button variant="default" onClick={() => setMapping(true)} disabled={isBusy}>
              {m.imports_columns_change()}
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
        <ImportSummary job={job} />
        {isRunning(job) ? <ProgressSection job={job} /> : null}
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
        {isMapping ? <ColumnsCard key={job.state} job={job} onDone={() => setMapping(false)} /> : null}
        {job.ignoredColumns.length > 0 && !isMapping ? (
          <Alert color="blue" variant="light">
            {m.imports_ignored({ columns: job.ignoredColumns.join(', ') })}
          </Alert>
        ) : null}
        {job.faulty > 0 ? <FaultGroupsCard job={job} /> : null}
        {job.state === 'checked' || job.state === 'mapping' ? <UnderstoodCard job={job} /> : null}
        {job.faulty > 0 ? <ErrorsCard job={job} /> : null}
        <SectionCard quiet title={m.imports_encoding()}>
          <DescriptionList
            items={[
              {
                label: words(importWords.fileName),
                value: `${job.encoding}, « ${job.delimiter === '\t' ? m.imports_tab() : job.delimiter} »`,
              },
              { label: words(importWords.startedBy), value: job.startedBy },
              { label: words(importWords.createdAt), value: formatInstant(job.createdAt) },
              job.finishedAt !== null && { label: m.imports_finished(), value: formatInstant(job.finishedAt) },
            ]}
          />
        </SectionCard>
      </Stack>
    </Page>
  )
}
