import { Alert, Anchor, Button, Checkbox, Drawer, Group, Select, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { importFiles } from '#api/import-kinds'
import { downloadImportTemplate, type ImportKind, importKinds, startImport } from '#api/imports/imports'
import { importWords } from '#api/imports/words'
import { pages } from '#api/pages'
import * as common from '#messages/common'
import * as m from '#messages/imports'
import { urlOf } from '../../platform/call.ts'
import { fieldMessage } from '../../platform/field-message.ts'
import { isProblem, problemMessage } from '../../platform/problem.ts'
import { upload } from '../../platform/upload.ts'
import { words } from '../../platform/words.ts'
import { FileDrop } from '../../ui/file-drop.tsx'
import { kindLabel } from './imports.queries.ts'

const isKind = (value: string): value is ImportKind => importKinds.some((kind) => kind === value)

/** What the server says of a file that it refused. */
const refusalOf = (error: unknown): string => {
  if (!isProblem(error)) return problemMessage(error)
  const [first] = error.errors
  return first ? fieldMessage(first.code, first.params) : problemMessage(error)
}

/** Chooses a kind and a file, and sends it to be checked. */
export const StartImportDrawer = ({ onClose }: { readonly onClose: () => void }) => {
  const navigate = useNavigate()
  const [kind, setKind] = useState<ImportKind>('companies')
  const [file, setFile] = useState<File | null>(null)
  const [progress, setProgress] = useState<number | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [isKnown, setKnown] = useState(false)
  const [again, setAgain] = useState(false)

  const choose = (next: File | null) => {
    setFile(next)
    setError(null)
    setKnown(false)
    setAgain(false)
  }
  const send = async () => {
    if (!file) return
    setError(null)
    setProgress(0)
    try {
      const made = await upload(startImport, {
        params: { universe: 'carrier' },
        query: { kind, fileName: file.name.slice(0, 160), ...(again ? { again: '1' as const } : {}) },
        file,
        onProgress: setProgress,
      })
      await navigate({ to: pages.import, params: { universe: 'carrier', import: made.reference } })
    } catch (refusal) {
      setKnown(isProblem(refusal, 'already_exists'))
      setError(isProblem(refusal, 'already_exists') ? m.imports_known() : refusalOf(refusal))
    } finally {
      setProgress(null)
    }
  }

  const headers = Object.values(importFiles[kind].columns)
    .map(({ header, required }) => (required ? `${header}*` : header))
    .join(' · ')
  return (
    <Drawer opened onClose={onClose} size={560} title={<Text fw={600}>{m.imports_start()}</Text>}>
      <Stack gap="md">
        <Select
          label={words(importWords.kind)}
          value={kind}
          onChange={(value) => value !== null && isKind(value) && setKind(value)}
          data={importKinds.map((value) => ({ value, label: kindLabel(value) }))}
          allowDeselect={false}
        />
        <Text fz="sm">{m.imports_format()}</Text>
        <Text fz="sm" c="dimmed">
          {m.imports_headers({ headers })}
        </Text>
        <Anchor href={urlOf(downloadImportTemplate, { universe: 'carrier', kind })} download fz="sm">
          {m.imports_template()}
        </Anchor>
        <FileDrop
          label={m.imports_drop()}
          accept=".csv,.txt"
          maxBytes={32_000_000}
          file={file}
          onFile={choose}
          progress={progress}
          error={isKnown ? null : error}
        />
        {isKnown ? (
          <Alert color="yellow" variant="light" role="alert">
            <Stack gap="xs">
              <Text fz="sm">{error}</Text>
              <Checkbox checked={again} onChange={(event) => setAgain(event.currentTarget.checked)} label={m.imports_again()} />
            </Stack>
          </Alert>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.action_cancel()}
          </Button>
          <Button onClick={() => void send()} disabled={!file || (isKnown && !again)} loading={progress !== null}>
            {m.imports_check()}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  )
}
