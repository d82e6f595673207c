import { Alert, Anchor, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import * as common from '#messages/common'
import * as m from '#messages/identity'
import { fieldMessage } from '../../platform/field-message.ts'
import { askPasskey, PasskeyError, supportsPasskeys } from '../../platform/passkeys.ts'
import { isProblem, type Problem } from '../../platform/problem.ts'
import { SubmitButton } from '../../ui/acts/submit-button.tsx'
import { useWait } from './use-wait.ts'
import { WaitProblem } from './wait-problem.tsx'

export type ProofMethod = 'password' | 'totp' | 'passkey' | 'backup_code'

/** A proof of identity as the API takes it. */
export type Proof =
  | { readonly method: 'password'; readonly password: string }
  | { readonly method: 'totp' | 'backup_code'; readonly code: string }
  | { readonly method: 'passkey'; readonly response: Record<string, unknown> }

export interface ProofFormProps {
  /** What this person may prove themselves with; the first one that the browser can do is offered first. */
  readonly methods: readonly ProofMethod[]
  readonly submitLabel: string
  /** Sends the proof; a refusal is shown at the field. */
  readonly onProve: (proof: Proof) => Promise<unknown>
  /** Beside the main button. */
  readonly secondary?: ReactNode
  readonly fullWidth?: boolean
}

const codes = {
  totp: { label: m.identity_method_totp, hint: m.identity_method_totp_hint },
  backup_code: { label: m.identity_method_backup_code, hint: m.identity_method_backup_code_hint },
} as const
const changes = { totp: m.identity_use_totp, passkey: m.identity_use_passkey, backup_code: m.identity_use_backup_code } as const

const proofOf = async (method: ProofMethod, secret: string): Promise<Proof> => {
  if (method === 'passkey') return { method, response: await askPasskey() }
  if (method === 'password') return { method, password: secret }
  return { method, code: secret.replace(/\s/g, '') }
}

/** Asks for the password or a second factor: the sign-in's second step and every confirmation of identity. */
export const ProofForm = ({ methods, submitLabel, onProve, secondary, fullWidth }: ProofFormProps) => {
  const usable = methods.filter((method) => method !== 'passkey' || supportsPasskeys())
  const [chosen, setMethod] = useState<ProofMethod | null>(null)
  const method = chosen && usable.includes(chosen) ? chosen : (usable[0] ?? 'password')
  const [secret, setSecret] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const left = useWait(problem)

  const refuse = (error: unknown) => {
    if (error instanceof PasskeyError) return setFault(error.message)
    if (!isProblem(error)) throw error
    if (method !== 'passkey' && error.code === 'invalid_credentials') return setFault(fieldMessage('password_wrong'))
    if (method !== 'passkey' && error.code === 'second_factor_used') return setFault(fieldMessage('code_used'))
    if (method !== 'passkey' && error.code === 'second_factor_invalid') return setFault(fieldMessage('code_wrong'))
    setProblem(error)
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    // The page's own form may contain this one in the React tree.
    event.stopPropagation()
    if (left > 0) return
    if (method !== 'passkey' && secret.trim() === '') return setFault(fieldMessage('required'))
    setBusy(true)
    setFault(null)
    setProblem(null)
    try {
      await onProve(await proofOf(method, secret))
    } catch (error) {
      refuse(error)
    } finally {
      setBusy(false)
    }
  }
  const choose = (next: ProofMethod) => {
    setMethod(next)
    setSecret('')
    setFault(null)
  }
  const field = {
    value: secret,
    error: fault,
    autoFocus: true,
    'data-autofocus': true,
    onChange: (event: { currentTarget: { value: string } }) => setSecret(event.currentTarget.value),
  }
  const others = usable.filter((one) => one !== method)
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        <WaitProblem problem={problem} left={left} />
        {method === 'passkey' ? (
          <>
            {fault ? (
              <Alert role="alert" color="red" variant="light" icon={<IconAlertCircle size={18} />}>
                {fault}
              </Alert>
            ) : null}
            <Text>{m.identity_passkey_text()}</Text>
          </>
        ) : method === 'password' ? (
          <PasswordInput
            key={method}
            {...field}
            label={m.identity_method_password()}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': common.common_show_password(), tabIndex: 0 }}
          />
        ) : (
          <TextInput
            key={method}
            {...field}
            label={codes[method].label()}
            description={codes[method].hint()}
            autoComplete="one-time-code"
            inputMode={method === 'totp' ? 'numeric' : 'text'}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={32}
          />
        )}
        <Group justify="flex-end" gap="sm">
          {secondary}
          <SubmitButton loading={busy} disabled={left > 0} fullWidth={fullWidth ?? false}>
            {method === 'passkey' ? m.identity_passkey_use() : submitLabel}
          </SubmitButton>
        </Group>
        {others.length > 0 ? (
          <Text fz="sm" component="div">
            <Text span c="dimmed" fz="sm">
              {m.identity_other_method()}
            </Text>
            {others.map((other) =>
              other === 'password' ? null : (
                <div key={other}>
                  <Anchor component="button" type="button" fz="sm" mt={4} onClick={() => choose(other)}>
                    {changes[other]()}
                  </Anchor>
                </div>
              ),
            )}
          </Text>
        ) : null}
      </Stack>
    </form>
  )
}
