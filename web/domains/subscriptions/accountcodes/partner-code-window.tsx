import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { accountcodeWords } from '#api/subscriptions/words'
import * as m from '#messages/accountcodes'
import * as common from '#messages/common'
import { words } from '../../../platform/words.ts'
import { SubmitButton } from '../../../ui/acts/submit-button.tsx'

interface PartnerCodeWindowProps {
  /** Null gives up; an empty code takes it away. */
  readonly onAnswer: (given: { readonly partnerCode: string } | null) => void
}

/** Asks for the partner's code that many accountcodes get. */
export const PartnerCodeWindow = ({ onAnswer }: PartnerCodeWindowProps) => {
  const [code, setCode] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    onAnswer({ partnerCode: code.trim() })
  }
  return (
    <Modal opened onClose={() => onAnswer(null)} title={m.accountcodes_set_code()}>
      <form onSubmit={send}>
        <Stack>
          <TextInput
            label={words(accountcodeWords.partnerCode)}
            description={m.accountcodes_set_code_hint()}
            maxLength={60}
            data-autofocus
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => onAnswer(null)}>
              {common.action_cancel()}
            </Button>
            <SubmitButton>{m.accountcodes_bulk_apply()}</SubmitButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
