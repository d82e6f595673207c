import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { readCompany } from '#api/companies/company/company'
import { createSite, listSites } from '#api/companies/sites/sites'
import * as m from '#messages/companies'
import { sheetCrumbs } from '../../../../app/company/company-crumbs.ts'
import { useCompanyPlace } from '../../../../app/company/company-place.ts'
import { NotFoundPage } from '../../../../app/states/not-found-page.tsx'
import { call, newIdempotencyKey } from '../../../../platform/call.ts'
import { read } from '../../../../platform/reading/read.ts'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { Page } from '../../../../ui/page.tsx'
import { SiteForm } from './site-form.tsx'
import { newSiteBody, type SiteValues, useSiteForm } from './site-values.ts'

/** « + Nouveau site ». */
export const NewSitePage = () => {
  const place = useCompanyPlace()
  const { universe, company: reference } = place
  const company = useQuery(read(readCompany, { params: { universe, company: reference } })).data
  const navigate = useNavigate()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const form = useSiteForm()
  const creates = useQuery(read(listSites, { params: { universe, company: reference } })).data?.abilities.create
  const save = async (values: SiteValues) => {
    const site = await call(createSite, { params: { universe, company: reference }, body: newSiteBody(values), idempotencyKey })
    notifySuccess(m.companies_site_created({ name: site.name }))
    await navigate({ ...place.link('site', { site: site.id }), ignoreBlocker: true })
  }
  if (creates === false) return <NotFoundPage inShell />
  return (
    <Page title={m.companies_new_site()} subtitle={company?.name} breadcrumb={sheetCrumbs(place, company?.name)} narrow>
      <SiteForm place={place} form={form} onSave={save} saveLabel={m.companies_site_create()} back={place.link('sites')} />
    </Page>
  )
}
