import { ActionIcon, Anchor, Button, Text, TextInput } from '@mantine/core'
import { IconFileTypePdf, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { addOfferSheet, deleteOfferSheet, type OfferVersion } from '#api/catalog/admin/offer-versions'
import { downloadOfferSheet, type OfferSheet } from '#api/catalog/offers/offers'
import * as m from '#messages/catalog'
import * as labelTexts from '#messages/catalog-labels'
import * as common from '#messages/common'
import { call, urlOf } from '../../../../platform/call.ts'
import { fieldMessage } from '../../../../platform/field-message.ts'
import { formatBytes } from '../../../../platform/format.ts'
import { isProblem, problemMessage } from '../../../../platform/problem.ts'
import { upload } from '../../../../platform/upload.ts'
import { confirm } from '../../../../ui/confirm-dialog.tsx'
import { FileDrop } from '../../../../ui/file-drop.tsx'
import { notifyProblem, notifySuccess } from '../../../../ui/notify.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import classes from '../../catalog.module.css'

const refusalOf = (error: unknown): string => {
  const [first] = isProblem(error) ? error.errors : []
  return first ? fieldMessage(first.code, first.params) : problemMessage(error)
}

const AddSheet = ({ version }: { readonly version: OfferVersion }) => {
  const [file, setFile] = useState<File | null>(null)
  const [name, setName] = useState('')
  const [progress, setProgress] = useState<number | null>(null)
  const [error, setError] = useState<string | null>(null)
  const choose = (next: File | null) => {
    setFile(next)
    setError(null)
    if (next && name.trim() === '') setName(next.name.replace(/\.pdf$/i, '').slice(0, 160))
  }
  const send = async () => {
    if (!file) return
    setProgress(0)
    setError(null)
    try {
      await upload(addOfferSheet, {
        params: { universe: 'carrier', offer: version.offer.code, number: version.number },
        query: { name: name.trim() },
        file,
        onProgress: setProgress,
      })
      notifySuccess(m.catalog_sheet_added({ name: name.trim() }))
      setFile(null)
      setName('')
    } catch (refusal) {
      // The file stays chosen: it is sent again by one press.
      setError(refusalOf(refusal))
    } finally {
      setProgress(null)
    }
  }
  return (
    <div className={classes.fields}>
      <FileDrop
        label={m.catalog_sheet_drop()}
        accept=".pdf"
        maxBytes={10_000_000}
        file={file}
        onFile={choose}
        progress={progress}
        error={error}
      />
      {file ? (
        <>
          <TextInput
            label={m.catalog_sheet_name()}
            withAsterisk
            maxLength={160}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <div>
            <Button onClick={() => void send()} disabled={name.trim() === ''} loading={progress !== null}>
              {m.catalog_sheet_add()}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  )
}

/** The PDF sheets of a version; they are kept at once, apart from what is typed in the other tabs. */
export const SheetsTab = ({ version }: { readonly version: OfferVersion }) => {
  const mayEdit = version.abilities.edit || (version.abilities.end && version.firstOrderedAt === null)
  // Nobody gave the version a sheet: the portal writes one of what the version says.
  const composed = version.sheets.some(({ size }) => size === null)
  const remove = async (sheet: OfferSheet) => {
    const agreed = await confirm({
      title: m.catalog_remove({ label: sheet.name }),
      message: m.catalog_sheet_remove_text(),
      confirmLabel: common.action_delete(),
      danger: true,
    })
    if (!agreed) return
    try {
      await call(deleteOfferSheet, { params: { universe: 'carrier', sheet: sheet.id } })
      notifySuccess(m.catalog_sheet_removed({ name: sheet.name }))
    } catch (error) {
      notifyProblem(error)
    }
  }
  return (
    <SectionCard title={labelTexts.catalog_tab_sheets()} description={m.catalog_sheets_hint()}>
      {composed ? (
        <Text c="dimmed" style={{ marginBlockEnd: 10 }}>
          {m.catalog_sheet_composed()}
        </Text>
      ) : null}
      <ul className={classes.plain}>
        {version.sheets.map((sheet) => (
          <li key={sheet.id} style={{ display: 'flex', alignItems: 'center', gap: 10 }}>
            <IconFileTypePdf size={20} stroke={1.5} aria-hidden />
            <Anchor
              href={urlOf(downloadOfferSheet, { universe: 'carrier', sheet: sheet.id })}
              target="_blank"
              style={{ overflowWrap: 'anywhere' }}
            >
              {sheet.name}
            </Anchor>
            <Text span c="dimmed" fz="sm">
              {sheet.size === null ? null : formatBytes(sheet.size)}
            </Text>
            {mayEdit && sheet.size !== null ? (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={32}
                aria-label={m.catalog_remove({ label: sheet.name })}
                onClick={() => void remove(sheet)}
              >
                <IconTrash size={17} stroke={1.6} aria-hidden />
              </ActionIcon>
            ) : null}
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <div style={{ marginBlockStart: 16 }}>
          <AddSheet version={version} />
        </div>
      ) : null}
    </SectionCard>
  )
}
