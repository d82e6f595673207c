import { Alert, Anchor, Button, Drawer, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ResponseOf } from '#api/endpoint'
import { bulkEditAccountcodes, listAccountcodes } from '#api/subscriptions/accountcodes/accountcodes'
import * as m from '#messages/accountcodes'
import * as common from '#messages/common'
import { urlOf } from '../../../platform/call.ts'
import { language } from '../../../platform/language.ts'
import { isProblem, problemMessage } from '../../../platform/problem.ts'
import { useUniverse } from '../../../platform/session.ts'
import { upload } from '../../../platform/upload.ts'
import { FileDrop } from '../../../ui/file-drop.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import { BulkChanges, BulkErrors } from './bulk-result.tsx'
import { bulkSummary } from './bulk-summary.ts'

type Outcome = ResponseOf<typeof bulkEditAccountcodes>

/** Many at once from a CSV file: what it would change and what is wrong with it are read before anything is changed. */
export const BulkEditDrawer = ({ onClose }: { readonly onClose: () => void }) => {
  const universe = useUniverse()
  const [file, setFile] = useState<File | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [progress, setProgress] = useState<number | null>(null)
  const [error, setError] = useState<string | null>(null)
  const send = async (chosen: File, apply: boolean) => {
    setError(null)
    setProgress(0)
    try {
      const answer = await upload(bulkEditAccountcodes, {
        params: { universe },
        query: apply ? { apply: '1' } : {},
        file: chosen,
        onProgress: setProgress,
      })
      setOutcome(answer)
      if (!answer.applied) return
      notifySuccess(m.accountcodes_bulk_applied({ count: answer.changed }))
      onClose()
    } catch (refusal) {
      setOutcome(null)
      setError(isProblem(refusal, 'validation_failed') ? m.accountcodes_bulk_unreadable() : problemMessage(refusal))
    } finally {
      setProgress(null)
    }
  }
  const choose = (next: File | null) => {
    setFile(next)
    setOutcome(null)
    setError(null)
    if (next) void send(next, false)
  }
  const mayApply = outcome !== null && outcome.errorCount === 0 && outcome.changed > 0
  return (
    <Drawer opened onClose={onClose} size={720} title={<Text fw={600}>{m.accountcodes_bulk_title()}</Text>}>
      <Stack gap="md">
        <Text fz="sm">{m.accountcodes_bulk_text()}</Text>
        <Anchor href={urlOf(listAccountcodes.exports.csv, { universe }, { language: language() })} download fz="sm">
          {m.accountcodes_bulk_export()}
        </Anchor>
        <FileDrop
          label={m.accountcodes_bulk_drop()}
          accept=".csv,.txt"
          maxBytes={4_000_000}
          file={file}
          onFile={choose}
          progress={progress}
          error={error}
        />
        {outcome ? (
          <Alert color={outcome.errorCount > 0 ? 'red' : outcome.changed > 0 ? 'teal' : 'yellow'} variant="light" role="status">
            {outcome.errorCount > 0
              ? m.accountcodes_bulk_faulty({ count: outcome.errorCount })
              : outcome.changed > 0
                ? bulkSummary(outcome)
                : m.accountcodes_bulk_same()}
          </Alert>
        ) : null}
        {outcome && outcome.errorCount === 0 && outcome.zerosLost > 0 ? (
          <Alert color="yellow" variant="light" role="status">
            {m.accountcodes_bulk_zeros({ count: outcome.zerosLost })}
          </Alert>
        ) : null}
        {outcome ? <BulkErrors errors={outcome.errors} /> : null}
        {outcome && outcome.errorCount === 0 ? <BulkChanges changes={outcome.changes} total={outcome.changed} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.action_cancel()}
          </Button>
          <Button onClick={() => file && void send(file, true)} disabled={!mayApply} loading={progress !== null}>
            {m.accountcodes_bulk_apply()}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  )
}
