import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { createRight, listRights, type RightForm as RightValues, rightFormSchema } from '#api/access/rights'
import * as m from '#messages/access'
import { sheetCrumbs } from '../../app/company/company-crumbs.ts'
import { companyAt, useCompanyPlace } from '../../app/company/company-place.ts'
import { NotFoundPage } from '../../app/states/not-found-page.tsx'
import { call } from '../../platform/call.ts'
import { useContractForm } from '../../platform/form/use-contract-form.ts'
import type { Place } from '../../platform/reading/place.ts'
import { read } from '../../platform/reading/read.ts'
import { notifySuccess } from '../../ui/notify.tsx'
import { Page } from '../../ui/page.tsx'
import { RightForm } from './right-form.tsx'
import { universesOffered } from './right-items.ts'

export const reads = (place: Place<{ readonly company?: string }>) => [read(listRights, { params: companyAt(place) })]

/** « Créer un droit personnalisé ». */
export const CreateRightPage = () => {
  const place = useCompanyPlace()
  const { universe, company, link } = place
  const navigate = useNavigate()
  const { data } = useSuspenseQuery(read(listRights, { params: { universe, company } }))
  const roles = universesOffered(data.delegable)
  const role = roles.find((one) => one === universe) ?? roles[0] ?? 'client'
  // Whoever is limited to sites cannot give a right on all of them.
  const limited = role === 'client' && !Object.values(data.delegable.client ?? {}).includes('all')
  const form = useContractForm(rightFormSchema, {
    defaultValues: { name: '', universe: role, allSites: !limited, siteIds: [], templates: [] },
  })
  const save = async ({ version: _, ...values }: RightValues) => {
    const right = await call(createRight, { params: { universe, company }, body: values })
    notifySuccess(m.access_created({ name: right.name }))
    await navigate(link('right', { right: right.id }))
  }
  if (!data.abilities.create) return <NotFoundPage inShell />
  return (
    <Page title={m.access_create()} breadcrumb={[...sheetCrumbs(place, data.company.name), { label: m.access_title(), ...link('rights') }]}>
      <RightForm form={form} onSave={save} back={link('rights')} sites={data.sites} delegable={data.delegable} />
    </Page>
  )
}
