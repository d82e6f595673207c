import { Button, Drawer, Group, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { attachDocument, type attachmentMediaTypes } from '#api/orders/delivery/delivery'
import type { Order } from '#api/orders/reading/orders'
import * as common from '#messages/common'
import * as m from '#messages/delivery'
import { isProblem, problemMessage } from '../../../platform/problem.ts'
import { upload } from '../../../platform/upload.ts'
import { FileDrop } from '../../../ui/file-drop.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'

type MediaType = (typeof attachmentMediaTypes)[number]

const mediaTypes: Readonly<Record<string, MediaType>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  csv: 'text/csv',
}
const typeOf = (name: string): MediaType => mediaTypes[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/pdf'

/** A file for the order: shared with the customer, or the carrier's own. Nothing is chosen beforehand: a paper shared by mistake is read. */
export const AttachDrawer = ({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) => {
  const [file, setFile] = useState<File | null>(null)
  const [reach, setReach] = useState<string | null>(null)
  const [progress, setProgress] = useState<number | null>(null)
  const [error, setError] = useState<string | null>(null)
  const send = async () => {
    if (!file || !reach) return
    setError(null)
    setProgress(0)
    try {
      await upload(attachDocument, {
        params: { universe: 'carrier', order: order.reference },
        query: {
          name: file.name.slice(0, 200),
          mediaType: typeOf(file.name),
          ...(reach === 'internal' ? { internal: 'true' as const } : {}),
        },
        file,
        onProgress: setProgress,
      })
      notifySuccess(m.delivery_attached({ name: file.name }))
      onClose()
    } catch (refusal) {
      setError(isProblem(refusal, 'validation_failed') ? m.delivery_file_refused() : problemMessage(refusal))
    } finally {
      setProgress(null)
    }
  }
  return (
    <Drawer opened onClose={onClose} size={520} title={<Text fw={600}>{m.delivery_attach_title({ reference: order.reference })}</Text>}>
      <Stack gap="md">
        <FileDrop
          label={m.delivery_attach_hint()}
          accept=".pdf,.png,.jpg,.jpeg,.csv"
          maxBytes={20_000_000}
          file={file}
          onFile={setFile}
          progress={progress}
          error={error}
        />
        <Radio.Group label={m.delivery_attach_reach()} value={reach} onChange={setReach} withAsterisk>
          <Stack gap={8} mt={6}>
            <Radio value="shared" label={m.delivery_attach_shared()} description={m.delivery_attach_shared_hint()} />
            <Radio value="internal" label={m.delivery_attach_internal()} description={m.delivery_attach_internal_hint()} />
          </Stack>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.action_cancel()}
          </Button>
          <Button onClick={() => void send()} disabled={!file || !reach} loading={progress !== null}>
            {m.delivery_attach()}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  )
}
