import { Button, Group, Modal, PasswordInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import * as m from '#messages/common'
import { fieldMessage, isProblem, problemMessage } from '../../platform/problem.ts'
import { useOptionalSession } from '../../platform/session.ts'
import { confirmIdentity, type StepUpMethod } from './confirm-identity.ts'

const labels: Readonly<Record<StepUpMethod, () => string>> = {
  password: m.step_up_password,
  totp: m.step_up_totp,
  passkey: m.step_up_passkey,
  backup_code: m.step_up_backup_code,
}

/** Asks the password or a second factor again before an act on money, numbers or secrets. */
export const StepUpDialog = ({ onPass, onGiveUp }: { readonly onPass: () => void; readonly onGiveUp: () => void }) => {
  const client = useQueryClient()
  const factors = useOptionalSession()?.factors ?? []
  const methods: readonly StepUpMethod[] = ['password', ...factors]
  const [method, setMethod] = useState<StepUpMethod>('password')
  const [secret, setSecret] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const send = async (event: FormEvent) => {
    event.preventDefault()
    // The page's own form may contain this dialog in the React tree.
    event.stopPropagation()
    if (method !== 'passkey' && secret.trim() === '') return setError(fieldMessage('required'))
    setBusy(true)
    setError(null)
    try {
      await confirmIdentity(method, secret)
      void client.invalidateQueries({ queryKey: ['session'] })
      onPass()
    } catch (failure) {
      if (!isProblem(failure) && !(failure instanceof DOMException)) throw failure
      setError(problemMessage(failure))
    } finally {
      setBusy(false)
    }
  }

  const field = {
    value: secret,
    error,
    autoFocus: true,
    onChange: (event: { currentTarget: { value: string } }) => setSecret(event.currentTarget.value),
  }
  return (
    <Modal opened onClose={onGiveUp} title={<Text fw={600}>{m.step_up_title()}</Text>}>
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <Text c="dimmed">{m.step_up_text()}</Text>
          {methods.length > 1 ? (
            <SegmentedControl
              aria-label={m.step_up_method()}
              value={method}
              onChange={(value) => {
                setMethod(methods.find((one) => one === value) ?? 'password')
                setSecret('')
                setError(null)
              }}
              data={methods.map((value) => ({ value, label: labels[value]() }))}
            />
          ) : null}
          {method === 'passkey' ? (
            <Text role={error ? 'alert' : undefined} c={error ? 'red' : undefined}>
              {error ?? m.step_up_passkey_text()}
            </Text>
          ) : method === 'password' ? (
            <PasswordInput key={method} {...field} label={labels[method]()} autoComplete="current-password" />
          ) : (
            <TextInput
              key={method}
              {...field}
              label={labels[method]()}
              autoComplete="one-time-code"
              inputMode={method === 'totp' ? 'numeric' : 'text'}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onGiveUp}>
              {m.action_cancel()}
            </Button>
            <Button type="submit" loading={busy}>
              {m.action_confirm()}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
