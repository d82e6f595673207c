import { Button } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { attachTerminationLetter } from '#api/orders/termination/terminations'
import * as m from '#messages/terminations'
import { upload } from '../../../platform/upload.ts'
import { notifyProblem, notifySuccess } from '../../../ui/notify.tsx'

/** Keeps the scan of the client's letter with the contract's documents. */
export const LetterButton = ({ subscription }: { readonly subscription: string }) => {
  const input = useRef<HTMLInputElement>(null)
  const [isSending, setSending] = useState(false)
  const send = async (file: File | undefined) => {
    if (!file) return
    setSending(true)
    try {
      await upload(attachTerminationLetter, {
        params: { universe: 'carrier', subscription },
        query: { name: file.name.slice(0, 160) },
        file,
      })
      notifySuccess(m.terminations_letter_kept())
    } catch (error) {
      notifyProblem(error)
    } finally {
      setSending(false)
    }
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPaperclip size={16} stroke={1.6} aria-hidden />}
        loading={isSending}
        onClick={() => input.current?.click()}
      >
        {m.terminations_attach_letter()}
      </Button>
      <input
        ref={input}
        type="file"
        accept="application/pdf,.pdf"
        hidden
        onChange={(event) => {
          void send(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
