import { Checkbox, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { createClient } from '#api/companies/portfolio/clients'
import { legalForms } from '#api/companies/rules/company/legal-forms'
import { isSiren, normaliseCompanyNumber } from '#api/companies/rules/company/siren'
import { frenchVatNumber } from '#api/companies/rules/company/vat-number'
import { clientWords, proposalFieldWords } from '#api/companies/words'
import { clientPages, pages } from '#api/pages'
import * as common from '#messages/common'
import * as m from '#messages/portfolio'
import { call, newIdempotencyKey } from '../../../platform/call.ts'
import { useContractForm } from '../../../platform/form/use-contract-form.ts'
import { useUnsavedGuard } from '../../../platform/form/use-unsaved-guard.ts'
import { useUniverse } from '../../../platform/session.ts'
import { words } from '../../../platform/words.ts'
import { SubmitButton } from '../../../ui/acts/submit-button.tsx'
import { CheckboxField } from '../../../ui/fields/checkbox-field.tsx'
import { EmailField } from '../../../ui/fields/email-field.tsx'
import { PhoneField } from '../../../ui/fields/phone-field.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { ButtonLink } from '../../../ui/links.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import { Page } from '../../../ui/page.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { countryOptions } from '../form-values.ts'
import { HeadOfficeCity } from './head-office-city.tsx'
import { partnerFromValue, partnerSelectData, partnerValue, usePartnerOptions } from './partner-options.ts'
import { universeLabel } from './portfolio-labels.ts'

const choosable = ['client', 'ambassador', 'operator'] as const

/** A partner's new client, or any company for the carrier: sheet, head office, first contact. */
export const CreateClientPage = () => {
  const universe = useUniverse()
  const navigate = useNavigate()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const isCarrier = universe === 'carrier'
  const partners = usePartnerOptions(isCarrier)
  const [countries] = useState(countryOptions)
  const form = useContractForm(createClient, {
    defaultValues: {
      name: '',
      siren: null,
      vatNumber: null,
      legalForm: null,
      phone: null,
      headOffice: { street: '', complement: null, postcode: '', city: '', communeCode: null, country: 'FR' },
      contact: { firstName: '', lastName: '', jobTitle: null, phone: null, email: null, invite: true },
      ...(isCarrier ? { universes: ['client' as const], partner: null } : {}),
    },
  })
  useUnsavedGuard(form.formState.isDirty && !form.formState.isSubmitting && !form.formState.isSubmitSuccessful)
  const siren = normaliseCompanyNumber(String(form.watch('siren') ?? ''))
  const proposed = isSiren(siren) ? frenchVatNumber(siren) : null
  const chosen = form.watch('universes') ?? ['client']
  const isPartner = chosen.includes('ambassador') || chosen.includes('operator')
  const title = isCarrier ? m.portfolio_create_company() : m.portfolio_create()
  const list = isCarrier ? words(clientWords.title) : m.portfolio_my_clients()

  const save = form.submitWith(async (body) => {
    const made = await call(createClient, { params: { universe }, body, idempotencyKey })
    notifySuccess(
      made.login
        ? m.portfolio_created_invited({ name: made.name, reference: made.reference, login: made.login })
        : m.portfolio_created_done({ name: made.name, reference: made.reference }),
    )
    await navigate({ to: clientPages.company, params: { universe, company: made.reference } })
  })

  return (
    <Page title={title} breadcrumb={[{ label: list, to: pages.clients }]} narrow>
      <form noValidate onSubmit={save}>
        <Stack gap="lg">
          <FormProblem problem={form.problem} />
          <SectionCard title={m.portfolio_section_company()}>
            <Stack gap="md">
              <TextField form={form} name="name" label={words(clientWords.name)} required autoFocus />
              <SimpleGrid cols={{ base: 1, sm: 2 }}>
                <TextField
                  form={form}
                  name="siren"
                  label={words(clientWords.siren)}
                  inputMode="numeric"
                  emptyAs="null"
                  description={m.portfolio_siren_hint()}
                />
                <TextField
                  form={form}
                  name="vatNumber"
                  label={words(proposalFieldWords.vat_number)}
                  emptyAs="null"
                  placeholder={proposed ?? 'FR…'}
                  description={proposed ? m.portfolio_vat_proposed({ number: proposed }) : m.portfolio_vat_hint()}
                />
                <SelectField
                  form={form}
                  name="legalForm"
                  label={words(proposalFieldWords.legal_form)}
                  clearable
                  emptyAs="null"
                  options={legalForms.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
                />
                <PhoneField form={form} name="phone" label={m.portfolio_phone()} emptyAs="null" />
              </SimpleGrid>
              {isCarrier ? (
                <>
                  <Checkbox.Group
                    label={words(clientWords.universes)}
                    value={[...chosen]}
                    onChange={(next) => {
                      const universes = choosable.filter((value) => next.includes(value))
                      form.setValue('universes', universes, { shouldDirty: true, shouldValidate: true })
                      if (universes.some((value) => value !== 'client')) form.setValue('partner', null)
                    }}
                    error={form.formState.errors.universes?.message as string | undefined}
                  >
                    <Group mt="xs">
                      {choosable.map((value) => (
                        <Checkbox key={value} value={value} label={universeLabel(value)} />
                      ))}
                    </Group>
                  </Checkbox.Group>
                  <Select
                    label={words(clientWords.partner)}
                    description={isPartner ? m.portfolio_partner_own() : undefined}
                    disabled={isPartner}
                    searchable
                    allowDeselect={false}
                    data={partnerSelectData(partners)}
                    value={partnerValue(form.watch('partner'))}
                    onChange={(next) => form.setValue('partner', partnerFromValue(next), { shouldDirty: true })}
                  />
                </>
              ) : (
                <Text c="dimmed" fz="sm">
                  {m.portfolio_yours()}
                </Text>
              )}
            </Stack>
          </SectionCard>
          <SectionCard title={m.portfolio_section_head_office()}>
            <Stack gap="md">
              <TextField form={form} name="headOffice.street" label={m.portfolio_street()} required />
              <TextField form={form} name="headOffice.complement" label={m.portfolio_complement()} emptyAs="null" />
              <SimpleGrid cols={{ base: 1, sm: 3 }}>
                <HeadOfficeCity form={form} />
                <SelectField form={form} name="headOffice.country" label={m.portfolio_country()} options={countries} searchable required />
              </SimpleGrid>
            </Stack>
          </SectionCard>
          <SectionCard title={m.portfolio_section_contact()}>
            <Stack gap="md">
              <SimpleGrid cols={{ base: 1, sm: 2 }}>
                <TextField form={form} name="contact.firstName" label={m.portfolio_first_name()} required />
                <TextField form={form} name="contact.lastName" label={m.portfolio_last_name()} required />
                <TextField form={form} name="contact.jobTitle" label={m.portfolio_job_title()} emptyAs="null" />
                <PhoneField form={form} name="contact.phone" label={m.portfolio_phone()} emptyAs="null" />
                <EmailField
                  form={form}
                  name="contact.email"
                  label={m.portfolio_email()}
                  emptyAs="null"
                  required={form.watch('contact.invite')}
                />
              </SimpleGrid>
              <CheckboxField form={form} name="contact.invite" label={m.portfolio_invite()} description={m.portfolio_invite_hint()} />
            </Stack>
          </SectionCard>
          <Group justify="flex-end">
            <ButtonLink to={pages.clients} params={{ universe }} variant="default">
              {common.action_back()}
            </ButtonLink>
            <SubmitButton loading={form.formState.isSubmitting}>{common.action_create()}</SubmitButton>
          </Group>
        </Stack>
      </form>
    </Page>
  )
}
