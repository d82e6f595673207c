import { Input } from '@mantine/core'
import { useState } from 'react'
import { basketFileBytes, basketFileTypes, uploadBasketFile } from '#api/shop/baskets/baskets'
import { fieldMessage } from '../../../../platform/field-message.ts'
import { isProblem, problemMessage } from '../../../../platform/problem.ts'
import { upload } from '../../../../platform/upload.ts'
import { FileDrop } from '../../../../ui/file-drop.tsx'
import type { SourceFieldProps } from './source-field.ts'

const accept = '.pdf,.png,.jpg,.jpeg,.csv'
type MediaType = (typeof basketFileTypes)[number]
const typeOf = (file: File): MediaType =>
  file.name.toLowerCase().endsWith('.csv') ? 'text/csv' : (basketFileTypes.find((type) => type === file.type) ?? 'application/pdf')

/** A file of the customer: sent as soon as it is chosen, its identifier is the answer. */
export const FileField = ({ shared, name, value, onChange, source }: SourceFieldProps) => {
  const [sent, setSent] = useState<File | null>(null)
  const [progress, setProgress] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const kept = source?.files.find(({ id }) => id === value)
  // A file sent before is told by its name and size.
  const shown = sent ?? (kept ? ({ name: kept.name, size: kept.size } as File) : null)
  const take = async (file: File | null) => {
    setSent(file)
    setRefusal(null)
    onChange(undefined)
    if (!file || !source) return
    setProgress(0)
    try {
      const { id } = await upload(uploadBasketFile, {
        params: { universe: source.universe, company: source.company },
        query: { name: file.name, type: typeOf(file) },
        file,
        onProgress: setProgress,
      })
      onChange(id)
    } catch (error) {
      setSent(null)
      // Why the file is refused, rather than that a field is to be mended.
      const [fault] = isProblem(error) ? error.errors : []
      setRefusal(fault ? fieldMessage(fault.code, fault.params) : problemMessage(error))
    } finally {
      setProgress(null)
      shared.onBlur()
    }
  }
  return (
    <Input.Wrapper label={shared.label} description={shared.description} withAsterisk={shared.withAsterisk} labelElement="div">
      <div data-field={name}>
        <FileDrop
          label={accept.replaceAll('.', '').replaceAll(',', ', ').toUpperCase()}
          accept={accept}
          maxBytes={basketFileBytes}
          file={value === undefined && progress === null ? null : shown}
          onFile={(file) => void take(file)}
          progress={progress}
          error={refusal ?? shared.error}
        />
      </div>
    </Input.Wrapper>
  )
}
