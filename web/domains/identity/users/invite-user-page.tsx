import { Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { listRights } from '#api/access/rights'
import { inviteUser, listUsers } from '#api/identity/users/users'
import { userWords } from '#api/identity/words'
import { languages, languageWords } from '#api/languages'
import * as common from '#messages/common'
import * as m from '#messages/users'
import { sheetCrumbs } from '../../../app/company/company-crumbs.ts'
import { useCompanyPlace } from '../../../app/company/company-place.ts'
import { NotFoundPage } from '../../../app/states/not-found-page.tsx'
import { call, newIdempotencyKey } from '../../../platform/call.ts'
import { type FormValues, useContractForm } from '../../../platform/form/use-contract-form.ts'
import { useUnsavedGuard } from '../../../platform/form/use-unsaved-guard.ts'
import { read } from '../../../platform/reading/read.ts'
import { shownAddress } from '../../../platform/shown-address.ts'
import { words } from '../../../platform/words.ts'
import { SubmitButton } from '../../../ui/acts/submit-button.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { ButtonLink } from '../../../ui/links.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import { Page } from '../../../ui/page.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { ContactPicker } from './contact-picker.tsx'
import { NewPersonFields } from './new-person-fields.tsx'
import { RightsChoice } from './rights-choice.tsx'

const nobody = { firstName: '', lastName: '', email: '', jobTitle: null, phone: null, mobile: null, siteId: null }

/** « Inviter un utilisateur »: a contact, known or new, gets a login, rights and the initialisation mail. */
export const InviteUserPage = () => {
  const place = useCompanyPlace()
  const { universe, company, own, link } = place
  const { contact: asked } = useSearch({ strict: false }) as { contact?: string }
  const navigate = useNavigate()
  const { data } = useSuspenseQuery(read(listRights, { params: { universe, company } }))
  const invites = useQuery(read(listUsers, { params: { universe, company } })).data?.abilities.invite
  const [key, setKey] = useState(newIdempotencyKey)
  const form = useContractForm(inviteUser, {
    defaultValues: { contactId: asked ?? null, contact: asked ? null : nobody, language: 'fr', rightIds: [] },
  })
  const { isDirty, isSubmitting, errors } = form.formState
  useUnsavedGuard(isDirty && !isSubmitting)
  const isKnown = form.watch('contact') === null
  const assignable = data.items.filter((right) => right.abilities.assign)

  const choose = (mode: string) => {
    form.setValue('contact', mode === 'known' ? null : nobody, { shouldDirty: true })
    form.setValue('contactId', null, { shouldDirty: true })
    form.clearErrors()
  }
  const send = async (body: FormValues<typeof inviteUser>) => {
    try {
      const user = await call(inviteUser, { params: { universe, company }, body, idempotencyKey: key })
      notifySuccess(m.users_invited({ login: user.login, email: shownAddress(user.email) }))
      await navigate(link('user', { login: user.login }))
    } catch (error) {
      // What was refused is corrected and sent as another request.
      setKey(newIdempotencyKey())
      throw error
    }
  }
  if (invites === false) return <NotFoundPage inShell />
  return (
    <Page
      title={m.users_invite()}
      narrow
      breadcrumb={[
        ...sheetCrumbs(place, data.company.name),
        { label: own ? words(userWords.title) : m.users_all_title(), ...link('users') },
      ]}
    >
      <form noValidate onSubmit={form.submitWith(send)}>
        <Stack gap="lg">
          <FormProblem problem={form.problem} />
          <SectionCard title={m.users_invite_who()}>
            <Stack gap="md">
              <SegmentedControl
                aria-label={m.users_invite_who()}
                value={isKnown ? 'known' : 'new'}
                onChange={choose}
                data={[
                  { value: 'new', label: m.users_invite_new() },
                  { value: 'known', label: m.users_invite_known() },
                ]}
              />
              {isKnown ? (
                <ContactPicker
                  universe={universe}
                  company={company}
                  value={form.watch('contactId') ?? null}
                  onChange={(value) => form.setValue('contactId', value, { shouldDirty: true, shouldValidate: true })}
                  error={errors.contactId?.message}
                />
              ) : (
                <NewPersonFields form={form} sites={data.sites} />
              )}
              <SelectField
                form={form}
                name="language"
                label={m.users_language()}
                options={languages.map((value) => ({ value, label: words(languageWords[value]) }))}
              />
            </Stack>
          </SectionCard>
          <SectionCard title={words(userWords.rights)}>
            {assignable.length === 0 ? (
              <Text c="dimmed">{m.users_invite_rights_none()}</Text>
            ) : (
              <RightsChoice
                rights={assignable}
                value={form.watch('rightIds')}
                onChange={(value) => form.setValue('rightIds', value, { shouldDirty: true })}
                label={m.users_edit_rights()}
                description={m.users_invite_rights_help()}
              />
            )}
          </SectionCard>
          <Group justify="flex-end">
            <ButtonLink {...link('users')} variant="default">
              {common.action_back()}
            </ButtonLink>
            <SubmitButton loading={isSubmitting}>{m.users_invite_send()}</SubmitButton>
          </Group>
        </Stack>
      </form>
    </Page>
  )
}
