import { Group, MultiSelect, Select, Stack, Text } from '@mantine/core'
import type { Delegable, RightForm as RightValues } from '#api/access/rights'
import type { NamedSite } from '#api/companies/sites/named-site'
import type { Template } from '#api/templates'
import type { Universe } from '#api/universes'
import * as m from '#messages/access'
import * as common from '#messages/common'
import type { PageLink } from '../../app/company/company-place.ts'
import { universeRoleLabel } from '../../app/universe-labels.ts'
import type { ContractForm } from '../../platform/form/use-contract-form.ts'
import { useUnsavedGuard } from '../../platform/form/use-unsaved-guard.ts'
import { SubmitButton } from '../../ui/acts/submit-button.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { SectionCard } from '../../ui/section-card.tsx'
import { TransferList } from '../../ui/transfer-list/transfer-list.tsx'
import classes from './access.module.css'
import { rightItems, universesOffered } from './right-items.ts'
import { templateLabel } from './template-labels.ts'

const CouldDo = lazyPart(() => import('./could-do/could-do.tsx'), 'CouldDo')

const MergeDialog = lazyPart(() => import('../../ui/merge/merge-dialog.tsx'), 'MergeDialog')

interface RightFormProps {
  readonly form: ContractForm<RightValues>
  readonly onSave: (values: RightValues) => Promise<unknown>
  readonly back: PageLink
  readonly sites: readonly NamedSite[]
  readonly delegable: Delegable
  /** The role of an existing right cannot change. */
  readonly fixedRole?: Universe | undefined
  readonly notice?: string | undefined
}

const everywhere = 'all'
const sitesTogether = [['allSites', 'siteIds']]

/** Lists of the merge dialog in words. */
const readValue =
  (sites: readonly NamedSite[]) =>
  (field: string, value: unknown): string => {
    if (typeof value === 'boolean') return value ? common.common_yes() : common.common_no()
    if (!Array.isArray(value)) return String(value ?? '')
    const name = (one: string) =>
      field === 'templates' ? templateLabel(one as Template) : (sites.find((site) => site.id === one)?.name ?? one)
    return value.map(name).join(', ')
  }

/** Nom, Site, Rôle, then the templates moved from « Modèles disponibles » to the right. */
export const RightForm = ({ form, onSave, back, sites, delegable, fixedRole, notice }: RightFormProps) => {
  const { errors, isDirty, isSubmitting } = form.formState
  useUnsavedGuard(isDirty && !isSubmitting)
  const [universe, allSites, siteIds, chosen] = form.watch(['universe', 'allSites', 'siteIds', 'templates'])
  const roles = fixedRole ? [fixedRole] : universesOffered(delegable)
  const options = { shouldDirty: true, shouldValidate: form.formState.isSubmitted }

  const chooseSites = (values: string[]) => {
    const wantsAll = values.includes(everywhere) && (!allSites || values.length === 1)
    form.setValue('siteIds', wantsAll ? [] : values.filter((value) => value !== everywhere), options)
    form.setValue('allSites', wantsAll, options)
  }
  const chooseRole = (value: string | null) => {
    const role = roles.find((one) => one === value)
    if (!role) return
    form.setValue('universe', role, options)
    if (role === 'client') return
    form.setValue('siteIds', [], options)
    form.setValue('allSites', true, options)
  }
  const siteError = errors.siteIds?.message ?? errors.siteIds?.[0]?.message
  const templateError = errors.templates?.message ?? errors.templates?.[0]?.message
  return (
    <form noValidate onSubmit={form.submitWith(onSave)}>
      <MergeDialog
        form={form}
        labels={{ name: m.access_name(), allSites: m.access_all_sites(), siteIds: m.access_sites(), templates: m.access_templates() }}
        together={sitesTogether}
        format={readValue(sites)}
      />
      <Stack gap="lg">
        <FormProblem problem={form.problem} />
        {notice ? <Text c="dimmed">{notice}</Text> : null}
        <SectionCard title={m.access_information()}>
          <div className={classes.fields}>
            <TextField form={form} name="name" label={m.access_name()} required maxLength={80} />
            <MultiSelect
              label={m.access_site()}
              withAsterisk
              placeholder={allSites || siteIds.length > 0 ? undefined : m.access_site_placeholder()}
              data={[{ value: everywhere, label: m.access_all_sites() }, ...sites.map((site) => ({ value: site.id, label: site.name }))]}
              value={allSites ? [everywhere] : siteIds}
              onChange={chooseSites}
              searchable
              disabled={universe !== 'client'}
              description={universe === 'client' ? undefined : m.access_sites_everywhere()}
              error={siteError}
              hidePickedOptions
            />
            <Select
              label={m.access_role()}
              withAsterisk
              placeholder={m.access_role_placeholder()}
              data={roles.map((role) => ({ value: role, label: universeRoleLabel(role) }))}
              value={universe}
              onChange={chooseRole}
              allowDeselect={false}
              disabled={fixedRole !== undefined}
              error={errors.universe?.message}
            />
          </div>
        </SectionCard>
        <div className={classes.composing}>
          <SectionCard title={m.access_templates()}>
            <TransferList
              items={rightItems({ universe, allSites, siteIds }, delegable)}
              value={chosen}
              onChange={(value) => form.setValue('templates', [...value] as Template[], options)}
              availableLabel={m.access_templates_available()}
              chosenLabel={m.access_templates_chosen()}
              dropLabel={m.access_templates_drop()}
              searchLabel={m.access_search()}
              error={templateError}
            />
          </SectionCard>
          <div className={classes.beside}>
            <SectionCard title={m.access_could()} quiet>
              <CouldDo
                held={[{ universe, templates: chosen, allSites, sites: sites.filter(({ id }) => siteIds.includes(id)) }]}
                nothing={m.access_could_nothing()}
                isLive
              />
            </SectionCard>
          </div>
        </div>
        <Group justify="flex-end">
          <ButtonLink {...back} variant="default">
            {common.action_back()}
          </ButtonLink>
          <SubmitButton loading={isSubmitting}>{common.action_save()}</SubmitButton>
        </Group>
      </Stack>
    </form>
  )
}
