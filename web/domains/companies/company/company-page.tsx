import { Alert, Button, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBell, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { readCompany } from '#api/companies/company/company'
import { listContacts } from '#api/companies/contacts/contacts'
import { listPayments } from '#api/companies/payment/payment'
import { listSites } from '#api/companies/sites/sites'
import * as common from '#messages/common'
import * as m from '#messages/companies'
import * as shell from '#messages/shell'
import { clientsCrumb } from '../../../app/company/company-crumbs.ts'
import { companyAt, useCompanyPlace } from '../../../app/company/company-place.ts'
import { companySectionsFor } from '../../../app/company/company-sections.ts'
import { StatePill } from '../../../app/look/state-pill.tsx'
import { KeptMark } from '../../../app/palette/kept-mark.tsx'
import { PageProblem } from '../../../app/states/page-problem.tsx'
import { isProblem } from '../../../platform/problem.ts'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { useSession } from '../../../platform/session.ts'
import columns from '../../../ui/columns.module.css'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { ButtonLink } from '../../../ui/links.tsx'
import { Page } from '../../../ui/page.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { ContactsCard } from '../contacts/contacts-card.tsx'
import { SitesCard } from '../sites/sites-card.tsx'
import { CompanyFacts } from './company-facts.tsx'
import { companyStateLabel } from './company-labels.ts'
import type { IdentityField } from './identity-drawer.tsx'
import { SecondFactorCard } from './second-factor-card.tsx'
import { UsefulLinks } from './useful-links.tsx'

const EditCompanyDrawer = lazyPart(() => import('./edit-company-drawer.tsx'), 'EditCompanyDrawer')
const IdentityDrawer = lazyPart(() => import('./identity-drawer.tsx'), 'IdentityDrawer')

export const reads = (place: Place<{ readonly company?: string }>) => {
  const params = companyAt(place)
  return [read(readCompany, { params }), read(listSites, { params }), read(listContacts, { params }), read(listPayments, { params })]
}

/** « Ma société », and the same sheet for a client: « Consulter ». */
export const CompanyPage = () => {
  const place = useCompanyPlace()
  const session = useSession()
  const { data: company, error } = useQuery(read(readCompany, { params: { universe: place.universe, company: place.company } }))
  const [isEditing, editing] = useDisclosure(false)
  const [identity, setIdentity] = useState<IdentityField | null>(null)
  // A right on some sites only does not open the sheet, but one's own sites and contacts hang from it.
  const isPartial = place.own && !company && isProblem(error, 'not_found')
  if (error && !company && !isPartial) return <PageProblem error={error} />

  const sections = companySectionsFor(session, place.universe, place.company)
  const drawn = (aside: boolean) =>
    sections
      .filter((section) => (section.aside ?? false) === aside)
      .map(({ key, title, Section }) => (
        <Suspense key={key} fallback={<SectionCard title={title()}>{<Skeleton height={120} />}</SectionCard>}>
          <Section companyReference={place.company} />
        </Suspense>
      ))
  return (
    <Page
      title={place.own ? shell.crumb_my_company() : (company?.name ?? place.company)}
      badge={company && !place.own ? <StatePill of="company" state={company.state} label={companyStateLabel(company.state)} /> : null}
      mark={company ? <KeptMark kind="company" reference={company.reference} /> : null}
      subtitle={place.own ? `${session.company.name} · ${session.company.reference}` : place.company}
      breadcrumb={place.own ? [{ label: m.companies_module() }] : [clientsCrumb(place.universe)]}
      actions={
        <>
          <ButtonLink
            {...place.link('companyNotifications')}
            variant="default"
            leftSection={<IconBell size={16} stroke={1.6} aria-hidden />}
          >
            {shell.entry_manage_notifications()}
          </ButtonLink>
          {company?.abilities.edit ? (
            <Button variant="default" leftSection={<IconPencil size={16} stroke={1.6} aria-hidden />} onClick={editing.open}>
              {common.action_edit()}
            </Button>
          ) : null}
        </>
      }
    >
      <div className={columns.sheet}>
        <div className={columns.column}>
          {isPartial ? (
            <Alert color="gray" title={m.companies_partial_title()}>
              {m.companies_partial_text()}
            </Alert>
          ) : (
            <SectionCard title={m.companies_information()}>
              {company ? <CompanyFacts universe={place.universe} company={company} onIdentity={setIdentity} /> : <Skeleton height={545} />}
            </SectionCard>
          )}
          <SitesCard place={place} />
          {drawn(false)}
        </div>
        <div className={columns.column}>
          <UsefulLinks place={place} />
          <ContactsCard place={place} />
          {drawn(true)}
          {company ? <SecondFactorCard universe={place.universe} company={company} /> : null}
        </div>
      </div>
      {company && isEditing ? <EditCompanyDrawer universe={place.universe} company={company} onClose={editing.close} /> : null}
      {company && identity && place.universe !== 'carrier' ? (
        <IdentityDrawer universe={place.universe} company={company} field={identity} onClose={() => setIdentity(null)} />
      ) : null}
    </Page>
  )
}
