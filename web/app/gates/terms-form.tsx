import { Alert, Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { acceptTerms, type Session } from '#api/identity/sign-in/session'
import * as common from '#messages/common'
import * as m from '#messages/identity'
import { call } from '../../platform/call.ts'
import { useContractForm } from '../../platform/form/use-contract-form.ts'
import { isProblem } from '../../platform/problem.ts'
import { SubmitButton } from '../../ui/acts/submit-button.tsx'
import { CheckboxField } from '../../ui/fields/checkbox-field.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { TermsText, termsQuery } from './terms-text.tsx'

export interface TermsFormProps {
  /** The session once they are accepted. */
  readonly onAccepted: (session: Session) => unknown
  readonly onProblem?: (error: unknown) => void
  readonly secondary?: ReactNode
}

/** The terms of use, the box to tick and « Valider ». */
export const TermsForm = ({ onAccepted, onProblem, secondary }: TermsFormProps) => {
  const terms = useQuery(termsQuery())
  const [changed, setChanged] = useState(false)
  // `false` until ticked: what the contract refuses, with its own message.
  const form = useContractForm(acceptTerms, { defaultValues: { version: '', accepted: false as unknown as true } })
  const version = terms.data?.version
  if (version !== undefined && form.getValues('version') !== version) form.setValue('version', version)
  const send = form.submitWith(async ({ accepted }) => {
    if (version === undefined) return
    try {
      onAccepted(await call(acceptTerms, { body: { version, accepted }, silent: true }))
    } catch (error) {
      onProblem?.(error)
      if (!isProblem(error, 'version_conflict')) throw error
      await terms.refetch()
      form.resetField('accepted')
      setChanged(true)
    }
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        {changed ? (
          <Alert role="alert" color="blue" variant="light">
            {m.identity_terms_changed()}
          </Alert>
        ) : null}
        <FormProblem problem={form.problem} />
        <TermsText boxed />
        <CheckboxField form={form} name="accepted" label={m.identity_terms_accept()} required />
        <Group justify="flex-end" gap="sm">
          {secondary}
          <SubmitButton loading={form.formState.isSubmitting} disabled={version === undefined}>
            {common.action_validate()}
          </SubmitButton>
        </Group>
      </Stack>
    </form>
  )
}
