import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useParams } from '@tanstack/react-router'
import { readSite, type Site, updateSite } from '#api/companies/sites/sites'
import { contactWords } from '#api/companies/words'
import * as common from '#messages/common'
import * as m from '#messages/companies'
import { sheetCrumbs } from '../../../../app/company/company-crumbs.ts'
import { type CompanyPlace, companyAt, useCompanyPlace } from '../../../../app/company/company-place.ts'
import { PageProblem } from '../../../../app/states/page-problem.tsx'
import { call } from '../../../../platform/call.ts'
import type { Place } from '../../../../platform/reading/place.ts'
import { read } from '../../../../platform/reading/read.ts'
import { words } from '../../../../platform/words.ts'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { Page } from '../../../../ui/page.tsx'
import { SiteForm } from './site-form.tsx'
import { type SiteValues, useSiteForm } from './site-values.ts'

/** Mounted once the site is there: the form starts from it and keeps what is typed while it is fetched again. */
const Editor = ({ place, site }: { readonly place: CompanyPlace; readonly site: Site }) => {
  const navigate = useNavigate()
  const form = useSiteForm(site)
  const save = async (body: SiteValues) => {
    await call(updateSite, { params: { universe: place.universe, company: place.company, site: site.id }, body })
    notifySuccess()
    await navigate({ ...place.link('site', { site: site.id }), ignoreBlocker: true })
  }
  return (
    <SiteForm
      place={place}
      form={form}
      site={site}
      onSave={save}
      saveLabel={common.action_save()}
      back={place.link('site', { site: site.id })}
    />
  )
}

export const reads = (place: Place<{ readonly company?: string; readonly site: string }>) => [
  read(readSite, { params: { ...companyAt(place), site: place.params.site } }),
]

export const EditSitePage = () => {
  const place = useCompanyPlace()
  const { site: id = '' } = useParams({ strict: false }) as { site?: string }
  const { data: site, error } = useQuery(read(readSite, { params: { universe: place.universe, company: place.company, site: id } }))
  if (error && !site) return <PageProblem error={error} />
  if (site && !site.abilities.edit) return <Navigate {...place.link('site', { site: id })} replace />
  return (
    <Page
      title={site ? m.companies_edit_site({ name: site.name }) : words(contactWords.site)}
      breadcrumb={[
        ...sheetCrumbs(place, site?.company.name),
        { label: site?.name ?? words(contactWords.site), ...place.link('site', { site: id }) },
      ]}
      narrow
    >
      {site ? <Editor place={place} site={site} /> : <Skeleton height={520} />}
    </Page>
  )
}
