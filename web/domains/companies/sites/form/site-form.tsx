import { Stack } from '@mantine/core'
import { useController } from 'react-hook-form'
import type { Site } from '#api/companies/sites/sites'
import { siteWords } from '#api/companies/words'
import * as common from '#messages/common'
import * as m from '#messages/companies'
import type { CompanyPlace, PageLink } from '../../../../app/company/company-place.ts'
import { useUnsavedGuard } from '../../../../platform/form/use-unsaved-guard.ts'
import { words } from '../../../../platform/words.ts'
import { SubmitButton } from '../../../../ui/acts/submit-button.tsx'
import { PhoneField } from '../../../../ui/fields/phone-field.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { FormProblem } from '../../../../ui/form-problem.tsx'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import { ButtonLink } from '../../../../ui/links.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import classes from '../../companies.module.css'
import { ContactSelect } from '../../contacts/contact-select.tsx'
import { AddressFields } from './address-fields.tsx'
import { OpeningHoursField } from './hours/opening-hours-field.tsx'
import { mergeLabels, mergeText, mergeTogether } from './site-merge.ts'
import type { SiteContractForm, SiteValues } from './site-values.ts'

const MergeDialog = lazyPart(() => import('../../../../ui/merge/merge-dialog.tsx'), 'MergeDialog')

interface SiteFormProps {
  readonly place: CompanyPlace
  readonly form: SiteContractForm
  readonly site?: Site
  readonly onSave: (values: SiteValues) => Promise<unknown>
  readonly saveLabel: string
  readonly back: PageLink
}

/** Everything that is said of a site. */
export const SiteForm = ({ place, form, site, onSave, saveLabel, back }: SiteFormProps) => {
  const { isDirty, isSubmitting, isSubmitSuccessful } = form.formState
  useUnsavedGuard(isDirty && !isSubmitting && !isSubmitSuccessful)
  const contact = useController({ control: form.control, name: 'onsiteContactId' })
  const current = site?.onsiteContactId ? { id: site.onsiteContactId, name: site.onsiteContact?.name ?? null } : undefined
  return (
    <form noValidate onSubmit={form.submitWith(onSave)}>
      <Stack gap="md">
        <FormProblem problem={form.problem} />
        <SectionCard title={m.companies_information()}>
          <Stack gap="md">
            <div className={classes.pair}>
              <TextField form={form} name="name" label={words(siteWords.name)} required />
              <TextField
                form={form}
                name="siret"
                label={words(siteWords.siret)}
                inputMode="numeric"
                placeholder={m.companies_siret_hint()}
              />
            </div>
            <div className={classes.pair}>
              <PhoneField form={form} name="phone" label={words(siteWords.phone)} />
              <ContactSelect
                place={place}
                label={m.companies_onsite_contact()}
                value={contact.field.value}
                onChange={contact.field.onChange}
                error={contact.fieldState.error?.message}
                {...(current ? { current } : {})}
              />
            </div>
          </Stack>
        </SectionCard>
        <SectionCard title={m.companies_address()}>
          <Stack gap="md">
            <AddressFields form={form} />
          </Stack>
        </SectionCard>
        <SectionCard title={m.companies_hours()}>
          <OpeningHoursField form={form} />
        </SectionCard>
        <div className={classes.formEnd}>
          <ButtonLink {...back} variant="default">
            {common.action_back()}
          </ButtonLink>
          <SubmitButton loading={isSubmitting}>{saveLabel}</SubmitButton>
        </div>
      </Stack>
      <MergeDialog form={form} labels={mergeLabels()} together={mergeTogether} format={mergeText} />
    </form>
  )
}
