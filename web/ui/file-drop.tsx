import { Button, Group, Progress, Text } from '@mantine/core'
import { IconFileUpload, IconX } from '@tabler/icons-react'
import { type DragEvent, useId, useRef, useState } from 'react'
import * as m from '#messages/common'
import { formatBytes } from '../platform/format.ts'
import classes from './file-drop.module.css'

export interface FileDropProps {
  readonly label: string
  /** Extensions, as `.csv,.txt`. */
  readonly accept: string
  readonly maxBytes: number
  readonly file: File | null
  readonly onFile: (file: File | null) => void
  /** Share sent, 0 to 1, while the file is being uploaded (see platform/upload.ts). */
  readonly progress?: number | null
  readonly error?: string | null
}

/** Chooses one file, by drop or by the file dialog; checks its type and size before anything is sent. */
export const FileDrop = ({ label, accept, maxBytes, file, onFile, progress, error }: FileDropProps) => {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const id = useId()
  const take = (next: File | undefined) => {
    if (!next) return
    const fits = accept.split(',').some((extension) => next.name.toLowerCase().endsWith(extension.trim()))
    const why = !fits
      ? m.file_wrong_type({ accept })
      : next.size > maxBytes
        ? m.file_too_large({ max: Math.floor(maxBytes / 1_000_000) })
        : null
    setRefusal(why)
    if (!why) onFile(next)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  const hover = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const shown = refusal ?? error
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside does the same by keyboard */}
      <div className={classes.zone} data-over={over || undefined} onDragOver={hover} onDragLeave={() => setOver(false)} onDrop={drop}>
        <IconFileUpload size={26} stroke={1.5} aria-hidden />
        {file ? (
          <Group gap="xs">
            <Text fw={500}>{file.name}</Text>
            <Text c="dimmed">{formatBytes(file.size)}</Text>
            <Button size="compact-sm" variant="subtle" leftSection={<IconX size={14} />} onClick={() => onFile(null)}>
              {m.file_remove({ name: '' }).trim()}
            </Button>
          </Group>
        ) : (
          <Button variant="default" onClick={() => input.current?.click()} aria-describedby={shown ? `${id}-error` : undefined}>
            {m.file_drop()}
          </Button>
        )}
        <Text c="dimmed" fz="sm">
          {label}
        </Text>
        <input ref={input} type="file" accept={accept} hidden onChange={(event) => take(event.currentTarget.files?.[0])} />
      </div>
      {typeof progress === 'number' ? (
        <Progress value={progress * 100} mt="xs" aria-label={m.file_sending({ name: file?.name ?? '' })} />
      ) : null}
      {shown ? (
        <Text id={`${id}-error`} role="alert" c="var(--mantine-color-error)" fz="sm" mt={4}>
          {shown}
        </Text>
      ) : null}
    </div>
  )
}
