import { Button, Text } from '@mantine/core'
import { IconDeviceFloppy, IconSend } from '@tabler/icons-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type ComponentType, useEffect, useRef, useState } from 'react'
import { type FieldValues, useWatch } from 'react-hook-form'
import {
  type AdminOfferPage,
  type OfferVersion,
  type VersionForm,
  versionFormSchema,
  writeOfferVersion,
} from '#api/catalog/admin/offer-versions'
import { pages } from '#api/pages'
import * as m from '#messages/catalog'
import * as common from '#messages/common'
import { call } from '../../../../platform/call.ts'
import { type ContractForm, useContractForm } from '../../../../platform/form/use-contract-form.ts'
import { useUnsavedGuard } from '../../../../platform/form/use-unsaved-guard.ts'
import { SubmitButton } from '../../../../ui/acts/submit-button.tsx'
import { FormProblem } from '../../../../ui/form-problem.tsx'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import classes from '../../catalog.module.css'
import { type EditorForm, type EditorPartProps, type EditorTab, editorTabs, faultyPaths, formOf, tabOf } from '../editor/editor-form.ts'
import { TextsTab } from '../editor/texts-tab.tsx'
import { FaultsPanel } from './faults-panel.tsx'
import { faultsOf } from './version-faults.ts'
import { VersionMerge } from './version-merge.tsx'
import { VersionTabs } from './version-tabs.tsx'

const ChangesTab = lazyPart(() => import('../changes/changes-tab.tsx'), 'ChangesTab')
const CharacteristicsTab = lazyPart(() => import('../editor/characteristics-tab.tsx'), 'CharacteristicsTab')
const DeliveryTab = lazyPart(() => import('../editor/delivery-tab.tsx'), 'DeliveryTab')
const PricesTab = lazyPart(() => import('../editor/prices/prices-tab.tsx'), 'PricesTab')
const SheetsTab = lazyPart(() => import('../editor/sheets-tab.tsx'), 'SheetsTab')
const TermsTab = lazyPart(() => import('../editor/terms-tab.tsx'), 'TermsTab')

const PublishWindow = lazyPart(() => import('./publish-window.tsx'), 'PublishWindow')

const route = getRouteApi(pages.offerVersion)

const parts: Readonly<Partial<Record<EditorTab, ComponentType<EditorPartProps>>>> = {
  texts: TextsTab,
  form: CharacteristicsTab,
  terms: TermsTab,
  delivery: DeliveryTab,
  prices: PricesTab,
}

const counted = (paths: readonly string[]): Partial<Record<EditorTab, number>> => {
  const counts: Partial<Record<EditorTab, number>> = {}
  for (const path of paths) counts[tabOf(path)] = (counts[tabOf(path)] ?? 0) + 1
  return counts
}

/** The editor of a version: one form over all its tabs, so that going from one to another loses nothing. */
export const VersionEditor = ({ offer, version }: { readonly offer: AdminOfferPage; readonly version: OfferVersion }) => {
  const search = route.useSearch()
  const navigate = useNavigate()
  const tab: EditorTab = editorTabs.find((each) => each === search.tab) ?? 'texts'
  const [isPublishing, setPublishing] = useState(false)
  const [drawn, redraw] = useState(0)
  // What the form began with: a write says so, and the server tells when somebody else wrote meanwhile.
  const revision = useRef(version.revision)
  const form = useContractForm(versionFormSchema, {
    defaultValues: formOf(version) as never,
    fromCurrent: (current) => {
      revision.current = (current as OfferVersion).revision
      return formOf(current as OfferVersion) as never
    },
  }) as unknown as ContractForm<FieldValues>
  const values = useWatch({ control: form.control }) as VersionForm
  const readOnly = !version.abilities.edit
  const { isDirty, isSubmitting, submitCount } = form.formState
  useUnsavedGuard(isDirty && !isSubmitting)

  // biome-ignore lint/correctness/useExhaustiveDependencies: follows what was read, never what is being typed
  useEffect(() => {
    if (isDirty || version.revision === revision.current) return
    revision.current = version.revision
    form.reset(formOf(version))
    redraw((count) => count + 1)
  }, [version])

  const save = async (typed: VersionForm): Promise<OfferVersion> => {
    const saved = await call(writeOfferVersion, {
      params: { universe: 'carrier', offer: offer.code, number: version.number },
      body: { ...typed, revision: revision.current },
    })
    revision.current = saved.revision
    return saved
  }
  const submit = form.submitWith(async (typed) => {
    await save(typed as VersionForm)
    notifySuccess()
  })

  const errorPaths = faultyPaths(form.formState.errors)
  const faults = readOnly ? [] : faultsOf(values, version)
  const firstFaulty = editorTabs.find((each) => errorPaths.some((path) => tabOf(path) === each))
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per attempt to save, not whenever a field becomes right
  useEffect(() => {
    if (submitCount === 0 || isPublishing || !firstFaulty || errorPaths.some((path) => tabOf(path) === tab)) return
    void navigate({ to: '.', search: ((before: object) => ({ ...before, tab: firstFaulty })) as never, replace: true })
  }, [submitCount])

  const Part = parts[tab]
  return (
    <>
      <form noValidate onSubmit={submit} className={classes.fields}>
        <VersionTabs tab={tab} faults={counted([...new Set([...errorPaths, ...faults.map(({ path }) => path)])])} />
        <FormProblem problem={form.problem} />
        {readOnly ? null : <FaultsPanel faults={faults} form={values} />}
        {Part ? <Part key={`${tab} ${drawn}`} form={form as EditorForm} readOnly={readOnly} /> : null}
        {tab === 'sheets' ? <SheetsTab version={version} /> : null}
        {tab === 'changes' ? <ChangesTab version={version} current={values} versions={offer.versions} against={search.against} /> : null}
        {readOnly ? null : (
          <div className={classes.save}>
            <Text fz="sm" c="dimmed" role="status">
              {isDirty ? m.catalog_unsaved() : m.catalog_all_saved()}
            </Text>
            <SubmitButton
              variant={version.abilities.delete ? 'default' : 'filled'}
              disabled={!isDirty}
              loading={isSubmitting && !isPublishing}
              leftSection={<IconDeviceFloppy size={16} stroke={1.6} aria-hidden />}
            >
              {common.action_save()}
            </SubmitButton>
            {version.stage === 'draft' ? (
              <Button
                disabled={faults.length > 0}
                leftSection={<IconSend size={16} stroke={1.6} aria-hidden />}
                onClick={() => setPublishing(true)}
              >
                {m.catalog_publish()}
              </Button>
            ) : null}
          </div>
        )}
      </form>
      {isPublishing ? (
        <PublishWindow
          offer={offer}
          version={version}
          form={form}
          onSave={save}
          onPublished={(published) => {
            revision.current = published.revision
          }}
          onClose={() => setPublishing(false)}
        />
      ) : null}
      {form.conflict ? <VersionMerge form={form} onSettled={() => redraw((count) => count + 1)} /> : null}
    </>
  )
}
