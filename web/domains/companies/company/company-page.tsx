import { Alert, Button, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBell, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { type Company, readCompany } from '#api/companies/company/company'
import { listContacts } from '#api/companies/contacts/contacts'
import { listPayments } from '#api/companies/payment/payment'
import { listSites } from '#api/companies/sites/sites'
import * as common from '#messages/common'
import * as m from '#messages/companies'
import * as shell from '#messages/shell'
import { clientsCrumb } from '../../../app/company/company-crumbs.ts'
import { type CompanyPlace, companyAt, useCompanyPlace } from '../../../app/company/company-place.ts'
import { type CompanyTab, companyTabs } from '../../../app/company/company-tabs.ts'
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
import { PageTabs } from '../../../ui/page-tabs/page-tabs.tsx'
import type { TabSearch } from '../../../ui/page-tabs/tab-search.ts'
import { companyStateLabel } from './company-labels.ts'
import { OverviewTab } from './tabs/overview-tab.tsx'
import { Sections, useSections } from './tabs/tab-parts.tsx'

const EditCompanyDrawer = lazyPart(() => import('./edit-company-drawer.tsx'), 'EditCompanyDrawer')
const SitesCard = lazyPart(() => import('../sites/sites-card.tsx'), 'SitesCard')
const ContactsTab = lazyPart(() => import('./tabs/contacts-tab.tsx'), 'ContactsTab')
const RightsTab = lazyPart(() => import('./tabs/rights-tab.tsx'), 'RightsTab')

type Search = TabSearch<CompanyTab>

export const reads = (place: Place<{ readonly company?: string }, Search>) => {
  const params = companyAt(place)
  const { tab } = place.search
  return [
    read(readCompany, { params }),
    ...(tab === 'sites' ? [read(listSites, { params }), read(listPayments, { params })] : []),
    ...(tab === 'contacts' ? [read(listContacts, { params })] : []),
  ]
}

interface PartProps {
  readonly place: CompanyPlace
  readonly company: Company | undefined
  readonly tab: CompanyTab
}

const Part = ({ place, company, tab }: PartProps) => {
  switch (tab) {
    case 'overview':
      return <OverviewTab place={place} company={company} />
    case 'sites':
      return <SitesCard place={place} />
    case 'contacts':
      return <ContactsTab place={place} />
    case 'rights':
      return company ? <RightsTab place={place} company={company} /> : <Skeleton height={320} />
    case 'changes':
      return <Sections place={place} tab="changes" />
  }
}

/** « Informations · Sites et paiement · Contacts · Droits et sécurité · Changements ». */
const Parted = ({ place, company, tab }: PartProps) => {
  const offersChanges = useSections(place, 'changes').length > 0
  return (
    <>
      <PageTabs
        label={m.companies_tabs()}
        tab={tab}
        tabs={companyTabs.filter((key) => key !== 'changes' || offersChanges).map((key) => ({ key, label: m[`companies_tab_${key}`]() }))}
      />
      <Part place={place} company={company} tab={tab} />
    </>
  )
}

/** A right on some sites only: no sheet, but one's own sites and contacts. */
const Partial = ({ place }: { readonly place: CompanyPlace }) => (
  <div className={columns.column}>
    <Alert color="gray" title={m.companies_partial_title()}>
      {m.companies_partial_text()}
    </Alert>
    <SitesCard place={place} />
    <ContactsTab place={place} />
    <Sections place={place} tab="rights" />
  </div>
)

/** « Ma société », and the same sheet for a client: « Consulter ». */
export const CompanyPage = () => {
  const place = useCompanyPlace()
  const session = useSession()
  const { tab = 'overview' } = useSearch({ strict: false }) as Search
  const { data: company, error } = useQuery(read(readCompany, { params: { universe: place.universe, company: place.company } }))
  const [isEditing, editing] = useDisclosure(false)
  // A right on some sites only does not open the sheet, but one's own sites and contacts hang from it.
  const isPartial = place.own && !company && isProblem(error, 'not_found')
  if (error && !company && !isPartial) return <PageProblem error={error} />
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
      {isPartial ? <Partial place={place} /> : <Parted place={place} company={company} tab={tab} />}
      {company && isEditing ? <EditCompanyDrawer universe={place.universe} company={company} onClose={editing.close} /> : null}
    </Page>
  )
}
