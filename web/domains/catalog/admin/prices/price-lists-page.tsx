import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listAdminOffers } from '#api/catalog/admin/offer-versions'
import { exportPriceList, importPriceList, type PriceImport } from '#api/catalog/admin/price-lists'
import { type PriceList, priceLists } from '#api/catalog/rules/offer-definition'
import { isCivilDate } from '#api/rules/civil-date'
import * as m from '#messages/catalog'
import * as shell from '#messages/shell'
import { urlOf } from '../../../../platform/call.ts'
import { fieldMessage } from '../../../../platform/field-message.ts'
import { useUnsavedGuard } from '../../../../platform/form/use-unsaved-guard.ts'
import { formatDay } from '../../../../platform/format.ts'
import { isProblem, problemMessage } from '../../../../platform/problem.ts'
import { read } from '../../../../platform/reading/read.ts'
import { upload } from '../../../../platform/upload.ts'
import columns from '../../../../ui/columns.module.css'
import { confirm } from '../../../../ui/confirm-dialog.tsx'
import { DayInput } from '../../../../ui/date-field/day-input.tsx'
import { FileDrop } from '../../../../ui/file-drop.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { Page } from '../../../../ui/page.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import classes from '../../catalog.module.css'
import { priceListLabel } from '../../catalog-labels.ts'
import { countChanges } from './count-changes.ts'
import { ImportOutcome } from './import-outcome.tsx'

export const reads = () => [read(listAdminOffers, { params: { universe: 'carrier' } })]

const ListChoice = ({ value, onChange }: { readonly value: PriceList; readonly onChange: (list: PriceList) => void }) => (
  <SegmentedControl
    aria-label={m.catalog_price_list()}
    value={value}
    onChange={(list) => onChange(list as PriceList)}
    data={priceLists.map((list) => ({ value: list, label: priceListLabel(list) }))}
  />
)

const Export = () => {
  const [list, choose] = useState<PriceList>('public')
  const [day, setDay] = useState('')
  return (
    <SectionCard title={m.catalog_export_title()} description={m.catalog_export_hint()}>
      <Group align="end" gap="md">
        <ListChoice value={list} onChange={choose} />
        <DayInput label={m.catalog_export_day()} value={day} onChange={setDay} />
        <Button
          component="a"
          href={day === '' || isCivilDate(day) ? urlOf(exportPriceList, { universe: 'carrier', list }, day ? { day } : {}) : undefined}
          data-disabled={(day !== '' && !isCivilDate(day)) || undefined}
          download
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
        >
          {m.catalog_export_file()}
        </Button>
      </Group>
    </SectionCard>
  )
}

/** What was refused of the whole file or of its date. */
const refusalOf = (error: unknown): { readonly path: string; readonly text: string } => {
  const [first] = isProblem(error) ? error.errors : []
  return first ? { path: first.path, text: fieldMessage(first.code, first.params) } : { path: 'file', text: problemMessage(error) }
}

const Import = () => {
  const [list, choose] = useState<PriceList>('public')
  const [validFrom, setValidFrom] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [progress, setProgress] = useState<number | null>(null)
  const [refusal, refuse] = useState<ReturnType<typeof refusalOf> | null>(null)
  const [outcome, setOutcome] = useState<PriceImport | null>(null)
  useUnsavedGuard(file !== null && outcome?.applied !== true)

  /** Another file, list or day: what was told no longer holds. */
  const anew = () => {
    setOutcome(null)
    refuse(null)
  }
  const send = async (apply: boolean) => {
    if (!file) return
    if (!isCivilDate(validFrom)) {
      return refuse({ path: 'validFrom', text: fieldMessage(validFrom === '' ? 'required' : 'date_invalid', {}) })
    }
    refuse(null)
    setProgress(0)
    try {
      const answer = await upload(importPriceList, {
        params: { universe: 'carrier', list },
        query: { validFrom, ...(apply ? { apply: '1' as const } : {}) },
        file,
        onProgress: setProgress,
      })
      setOutcome(answer)
      if (!answer.applied) return
      notifySuccess(m.catalog_import_applied({ count: answer.versions.length }))
      setFile(null)
    } catch (error) {
      refuse(refusalOf(error))
    } finally {
      setProgress(null)
    }
  }
  const apply = async () => {
    if (!outcome) return
    const agreed = await confirm({
      title: m.catalog_import_confirm_title({ list: priceListLabel(list), day: formatDay(validFrom) }),
      message: `${m.catalog_import_confirm_text({ count: outcome.versions.length })} ${countChanges(outcome.changes)}.`,
      confirmLabel: m.catalog_import_apply(),
    })
    if (agreed) await send(true)
  }
  const isReady = outcome !== null && !outcome.applied && outcome.errors.length === 0 && outcome.versions.length > 0
  return (
    <>
      <SectionCard title={m.catalog_import_title()} description={m.catalog_import_hint()}>
        <Stack gap="md">
          <Group align="end" gap="md">
            <ListChoice
              value={list}
              onChange={(next) => {
                choose(next)
                anew()
              }}
            />
            <DayInput
              label={m.catalog_import_from()}
              description={m.catalog_import_from_hint()}
              withAsterisk
              value={validFrom}
              onChange={(day) => {
                setValidFrom(day)
                anew()
              }}
              error={refusal?.path === 'validFrom' ? refusal.text : undefined}
            />
          </Group>
          <FileDrop
            label={m.catalog_import_drop()}
            accept=".csv"
            maxBytes={4_000_000}
            file={file}
            onFile={(next) => {
              setFile(next)
              anew()
            }}
            progress={progress}
            error={refusal && refusal.path !== 'validFrom' ? refusal.text : null}
          />
          <div className={classes.entry} style={{ justifyContent: 'flex-end', paddingBlock: 0 }}>
            <Text fz="sm" c="dimmed">
              {m.catalog_import_order()}
            </Text>
            <Button
              variant={isReady ? 'default' : 'filled'}
              disabled={!file}
              loading={progress !== null && !isReady}
              onClick={() => void send(false)}
            >
              {m.catalog_import_try()}
            </Button>
            {isReady ? (
              <Button loading={progress !== null} onClick={() => void apply()}>
                {m.catalog_import_apply()}
              </Button>
            ) : null}
          </div>
        </Stack>
      </SectionCard>
      {outcome ? <ImportOutcome outcome={outcome} /> : null}
    </>
  )
}

/** « Tarifs »: the two price lists as files, out and in. */
export const PriceListsPage = () => {
  const { data } = useQuery(read(listAdminOffers, { params: { universe: 'carrier' } }))
  return (
    <Page title={m.catalog_price_lists()} breadcrumb={[{ label: shell.module_catalog() }]} subtitle={m.catalog_price_lists_hint()}>
      <div className={columns.column}>
        <Export />
        {data?.abilities.edit ? <Import /> : null}
      </div>
    </Page>
  )
}
