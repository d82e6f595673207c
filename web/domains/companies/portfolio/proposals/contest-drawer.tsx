import { Text } from '@mantine/core'
import { contestChange, type Proposal } from '#api/companies/portfolio/proposals'
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

/** The carrier puts back what a company changed by itself. */
export const ContestDrawer = ({ proposal, onClose }: { readonly proposal: Proposal; readonly onClose: () => void }) => {
  const form = useContractForm(contestChange, { defaultValues: { reason: '' } })
  return (
    <EditDrawer
      title={m.portfolio_contest_title({ name: proposal.company.name })}
      form={form}
      onClose={onClose}
      saveLabel={m.portfolio_contest_send()}
      onSave={async (body) => {
        await call(contestChange, { params: { universe: 'carrier', company: proposal.company.reference, proposal: proposal.id }, body })
        notifySuccess(m.portfolio_contested())
        onClose()
      }}
    >
      <Text fz="sm" c="dimmed">
        {m.portfolio_contest_hint()}
      </Text>
      <DescriptionList
        items={[
          { label: words(proposalWords.field), value: proposalFieldLabel(proposal.field) },
          { label: m.portfolio_contest_now(), value: proposalValue(proposal, proposal.newValue) },
          { label: m.portfolio_contest_back(), value: proposalValue(proposal, proposal.oldValue) },
        ]}
      />
      <TextareaField form={form} name="reason" label={m.portfolio_contest_reason()} required />
    </EditDrawer>
  )
}
