import { useState } from 'react'
import { type ProposalField, proposeChange } from '#api/companies/portfolio/proposals'
import { legalForms } from '#api/companies/rules/company/legal-forms'
import { proposalWords } from '#api/companies/words'
import * as m from '#messages/portfolio'
import { call, newIdempotencyKey } from '../../../../platform/call.ts'
import { useContractForm } from '../../../../platform/form/use-contract-form.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { words } from '../../../../platform/words.ts'
import { EditDrawer } from '../../../../ui/edit-drawer.tsx'
import { SelectField } from '../../../../ui/fields/select-field.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { TextareaField } from '../../../../ui/fields/textarea-field.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { proposalFieldLabel } from '../portfolio-labels.ts'

interface ProposeDrawerProps {
  readonly company: string
  /** What may be proposed. */
  readonly fields: readonly ProposalField[]
  readonly onClose: () => void
}

export const ProposeDrawer = ({ company, fields, onClose }: ProposeDrawerProps) => {
  const universe = useUniverse()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const form = useContractForm(proposeChange, { defaultValues: { field: fields[0] ?? 'siren', value: '', reason: null } })
  const field = form.watch('field')
  return (
    <EditDrawer
      title={m.portfolio_propose()}
      form={form}
      onClose={onClose}
      saveLabel={m.portfolio_propose_send()}
      onSave={async (body) => {
        await call(proposeChange, { params: { universe, company }, body, idempotencyKey })
        notifySuccess(m.portfolio_proposed())
        onClose()
      }}
    >
      <SelectField
        form={form}
        name="field"
        label={words(proposalWords.field)}
        options={fields.map((value) => ({ value, label: proposalFieldLabel(value) }))}
      />
      {field === 'legal_form' ? (
        <SelectField
          form={form}
          name="value"
          label={words(proposalWords.after)}
          required
          options={legalForms.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
        />
      ) : (
        <TextField form={form} name="value" label={words(proposalWords.after)} required />
      )}
      <TextareaField form={form} name="reason" label={m.portfolio_reason()} emptyAs="null" />
    </EditDrawer>
  )
}
