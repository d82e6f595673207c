import { Group, Stack, Text } from '@mantine/core'
import { type Standing, writeNotes } from '#api/companies/portfolio/clients'
import * as common from '#messages/common'
import * as m from '#messages/portfolio'
import { call } from '../../../../platform/call.ts'
import { useContractForm } from '../../../../platform/form/use-contract-form.ts'
import { useUnsavedGuard } from '../../../../platform/form/use-unsaved-guard.ts'
import { formatInstant } from '../../../../platform/format.ts'
import { SubmitButton } from '../../../../ui/acts/submit-button.tsx'
import { TextareaField } from '../../../../ui/fields/textarea-field.tsx'
import { FormProblem } from '../../../../ui/form-problem.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'

/** Notes that the company never sees. */
export const NotesSection = ({ standing }: { readonly standing: Standing }) => {
  const form = useContractForm(writeNotes, { defaultValues: { body: standing.notes } })
  useUnsavedGuard(form.formState.isDirty && !form.formState.isSubmitting)
  const description = standing.notesUpdatedAt
    ? m.portfolio_notes_updated({ at: formatInstant(standing.notesUpdatedAt) })
    : m.portfolio_notes_hint()
  if (!standing.abilities.annotate)
    return (
      <SectionCard title={m.portfolio_notes()} description={description}>
        <Text style={{ whiteSpace: 'pre-wrap' }}>{standing.notes || common.common_none()}</Text>
      </SectionCard>
    )
  return (
    <SectionCard title={m.portfolio_notes()} description={description}>
      <form
        noValidate
        onSubmit={form.submitWith(async (body) => {
          await call(writeNotes, { params: { universe: 'carrier', company: standing.reference }, body })
          notifySuccess()
        })}
      >
        <Stack gap="sm">
          <FormProblem problem={form.problem} />
          <TextareaField form={form} name="body" label={m.portfolio_notes_label()} />
          <Group justify="flex-end">
            <SubmitButton disabled={!form.formState.isDirty} loading={form.formState.isSubmitting}>
              {common.action_save()}
            </SubmitButton>
          </Group>
        </Stack>
      </form>
    </SectionCard>
  )
}
