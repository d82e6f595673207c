import { Checkbox, Group } from '@mantine/core'
import { companyStates, financialStates, guarantees } from '#api/companies/company/company-states'
import { changeStanding, type Standing } from '#api/companies/portfolio/clients'
import { legalForms } from '#api/companies/rules/company/legal-forms'
import { clientWords, proposalFieldWords } from '#api/companies/words'
import * as m from '#messages/portfolio'
import { call } from '../../../../platform/call.ts'
import { useContractForm } from '../../../../platform/form/use-contract-form.ts'
import { words } from '../../../../platform/words.ts'
import { EditDrawer } from '../../../../ui/edit-drawer.tsx'
import { SelectField } from '../../../../ui/fields/select-field.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { financialLabel, guaranteeLabel, stateLabel, universeLabel } from '../portfolio-labels.ts'

const choosable = ['client', 'ambassador', 'operator'] as const

const valuesOf = ({ version, name, siren, vatNumber, legalForm, externalKey, state, financialState, guarantee, universes }: Standing) => ({
  version,
  name,
  siren,
  vatNumber,
  legalForm,
  externalKey,
  state,
  financialState,
  guarantee,
  ...(universes.includes('carrier') ? {} : { universes }),
})

export const StandingDrawer = ({ standing, onClose }: { readonly standing: Standing; readonly onClose: () => void }) => {
  const form = useContractForm(changeStanding, {
    defaultValues: valuesOf(standing),
    fromCurrent: (current) => valuesOf(current as Standing),
  })
  const labels = {
    name: words(clientWords.name),
    siren: words(clientWords.siren),
    vatNumber: words(proposalFieldWords.vat_number),
    legalForm: words(proposalFieldWords.legal_form),
    externalKey: m.portfolio_external_key(),
    state: words(clientWords.state),
    financialState: words(clientWords.financialState),
    guarantee: m.portfolio_guarantee(),
    universes: words(clientWords.universes),
  }
  const chosen = form.watch('universes')
  return (
    <EditDrawer
      title={m.portfolio_section_standing()}
      form={form}
      fieldLabels={labels}
      onClose={onClose}
      onSave={async (body) => {
        await call(changeStanding, { params: { universe: 'carrier', company: standing.reference }, body })
        notifySuccess()
        onClose()
      }}
    >
      <TextField form={form} name="name" label={labels.name} required />
      <TextField form={form} name="siren" label={labels.siren} inputMode="numeric" emptyAs="null" />
      <TextField form={form} name="vatNumber" label={labels.vatNumber} emptyAs="null" />
      <SelectField
        form={form}
        name="legalForm"
        label={labels.legalForm}
        clearable
        emptyAs="null"
        options={legalForms.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
      />
      <SelectField
        form={form}
        name="state"
        label={labels.state}
        options={companyStates.map((value) => ({ value, label: stateLabel(value) }))}
      />
      <SelectField
        form={form}
        name="financialState"
        label={labels.financialState}
        options={financialStates.map((value) => ({ value, label: financialLabel(value) }))}
      />
      <SelectField
        form={form}
        name="guarantee"
        label={labels.guarantee}
        options={guarantees.map((value) => ({ value, label: guaranteeLabel(value) }))}
      />
      {chosen ? (
        <Checkbox.Group
          label={labels.universes}
          value={[...chosen]}
          onChange={(next) =>
            form.setValue(
              'universes',
              choosable.filter((value) => next.includes(value)),
              { shouldDirty: true, shouldValidate: true },
            )
          }
          error={form.formState.errors.universes?.message as string | undefined}
        >
          <Group mt="xs">
            {choosable.map((value) => (
              <Checkbox key={value} value={value} label={universeLabel(value)} />
            ))}
          </Group>
        </Checkbox.Group>
      ) : null}
      <TextField form={form} name="externalKey" label={labels.externalKey} description={m.portfolio_external_key_hint()} emptyAs="null" />
    </EditDrawer>
  )
}
