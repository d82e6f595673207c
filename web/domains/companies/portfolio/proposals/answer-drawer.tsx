import { Radio, Stack } from '@mantine/core'
import { answerProposal, type Proposal } from '#api/companies/portfolio/proposals'
import { proposalWords } from '#api/companies/words'
import * as m from '#messages/portfolio'
import { call } from '../../../../platform/call.ts'
import { useContractForm } from '../../../../platform/form/use-contract-form.ts'
import { words } from '../../../../platform/words.ts'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { EditDrawer } from '../../../../ui/edit-drawer.tsx'
import { TextareaField } from '../../../../ui/fields/textarea-field.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { proposalFieldLabel } from '../portfolio-labels.ts'
import { proposalValue } from './proposal-value.ts'

/** The carrier's answer to a proposed change. */
export const AnswerDrawer = ({ proposal, onClose }: { readonly proposal: Proposal; readonly onClose: () => void }) => {
  const form = useContractForm(answerProposal, { defaultValues: { accept: true, answer: null } })
  const accept = form.watch('accept')
  return (
    <EditDrawer
      title={m.portfolio_answer_title({ name: proposal.company.name })}
      form={form}
      onClose={onClose}
      saveLabel={accept ? m.portfolio_accept() : m.portfolio_refuse()}
      onSave={async (body) => {
        await call(answerProposal, { params: { universe: 'carrier', company: proposal.company.reference, proposal: proposal.id }, body })
        notifySuccess()
        onClose()
      }}
    >
      <DescriptionList
        items={[
          { label: words(proposalWords.field), value: proposalFieldLabel(proposal.field) },
          { label: words(proposalWords.before), value: proposalValue(proposal, proposal.oldValue) },
          { label: words(proposalWords.after), value: proposalValue(proposal, proposal.newValue) },
          { label: m.portfolio_reason(), value: proposal.reason, wide: true },
        ]}
      />
      <Radio.Group
        label={m.portfolio_decision()}
        error={form.formState.errors.accept?.message}
        value={accept ? 'yes' : 'no'}
        onChange={(value) => form.setValue('accept', value === 'yes', { shouldDirty: true })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="yes" label={m.portfolio_accept_hint()} />
          <Radio value="no" label={m.portfolio_refuse_hint()} />
        </Stack>
      </Radio.Group>
      <TextareaField form={form} name="answer" label={m.portfolio_answer_text()} required={!accept} emptyAs="null" />
    </EditDrawer>
  )
}
