import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type AccessRight, listRights, type RightForm as RightValues, readRight, rightFormSchema, updateRight } from '#api/access/rights'
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
import { editWarning } from './right-texts.ts'

const valuesOf = (right: AccessRight): RightValues => ({
  universe: right.universe ?? 'client',
  name: right.name,
  allSites: right.allSites,
  siteIds: right.sites.map((site) => site.id),
  templates: [...right.templates],
  version: right.version,
})

export const reads = (place: Place<{ readonly company?: string; readonly right: string }>) => [
  read(readRight, { params: { ...companyAt(place), right: place.params.right } }),
]

/** Changes a custom right: same form, with how many people it touches. */
export const EditRightPage = () => {
  const place = useCompanyPlace()
  const { universe, company, link } = place
  const { right: id = '' } = useParams({ strict: false }) as { right?: string }
  const navigate = useNavigate()
  const { data: right } = useSuspenseQuery(read(readRight, { params: { universe, company, right: id } }))
  const companyName = useQuery(read(listRights, { params: { universe, company } })).data?.company.name
  const form = useContractForm(rightFormSchema, {
    defaultValues: valuesOf(right),
    fromCurrent: (current) => valuesOf(current as AccessRight),
  })
  const save = async ({ universe: _, version = right.version, ...values }: RightValues) => {
    await call(updateRight, { params: { universe, company, right: id }, body: { ...values, version } })
    notifySuccess()
    await navigate(link('right', { right: id }))
  }
  if (!right.abilities.edit) return <NotFoundPage inShell />
  return (
    <Page
      title={m.access_edit()}
      subtitle={right.name}
      breadcrumb={[
        ...sheetCrumbs(place, companyName),
        { label: m.access_title(), ...link('rights') },
        { label: right.name, ...link('right', { right: id }) },
      ]}
    >
      <RightForm
        form={form}
        onSave={save}
        back={link('right', { right: id })}
        sites={right.companySites}
        delegable={right.delegable}
        fixedRole={right.universe ?? 'client'}
        notice={editWarning(right)}
      />
    </Page>
  )
}
