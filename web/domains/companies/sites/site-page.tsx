import { Anchor, Skeleton, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { formatPhone } from '#api/companies/rules/contact/phone-number'
import type { Site } from '#api/companies/sites/sites'
import { readSite } from '#api/companies/sites/sites'
import { contactWords, siteWords } from '#api/companies/words'
import * as m from '#messages/companies'
import { sheetCrumbs } from '../../../app/company/company-crumbs.ts'
import { type CompanyPlace, companyAt, useCompanyPlace } from '../../../app/company/company-place.ts'
import { KeptMark } from '../../../app/palette/kept-mark.tsx'
import { PageProblem } from '../../../app/states/page-problem.tsx'
import { formatDay, formatInstant, formatSiret } from '../../../platform/format.ts'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { words } from '../../../platform/words.ts'
import columns from '../../../ui/columns.module.css'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { Page } from '../../../ui/page.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { ContactsCard } from '../contacts/contacts-card.tsx'
import { countryName } from '../form-values.ts'
import { PaymentRows } from '../payment/payment-rows.tsx'
import { OpeningHoursView } from './form/hours/opening-hours-view.tsx'
import { SiteActions } from './site-actions.tsx'
import { SiteBadges, SiteStateBadge } from './site-badges.tsx'

const CloseSiteDrawer = lazyPart(() => import('./close-site-drawer.tsx'), 'CloseSiteDrawer')

const OnsiteContact = ({ place, site }: { readonly place: CompanyPlace; readonly site: Site }) => {
  if (!site.onsiteContact) return <Text c="dimmed">{m.companies_contact_hidden()}</Text>
  const { id, name, phone } = site.onsiteContact
  return (
    <>
      <AnchorLink {...place.link('contact', { contact: id })}>{name}</AnchorLink>
      {phone ? (
        <>
          {' · '}
          <Anchor href={`tel:${phone}`}>{formatPhone(phone)}</Anchor>
        </>
      ) : null}
    </>
  )
}

export const reads = (place: Place<{ readonly company?: string; readonly site: string }>) => [
  read(readSite, { params: { ...companyAt(place), site: place.params.site } }),
]

/** A site: « Voir le détail ». */
export const SitePage = () => {
  const place = useCompanyPlace()
  const { site: id = '' } = useParams({ strict: false }) as { site?: string }
  const { data: site, error } = useQuery(read(readSite, { params: { universe: place.universe, company: place.company, site: id } }))
  const [isClosing, closing] = useDisclosure(false)
  if (error && !site) return <PageProblem error={error} />
  return (
    <Page
      title={site?.name ?? words(contactWords.site)}
      badge={site ? <SiteBadges site={site} /> : null}
      mark={site ? <KeptMark kind="site" reference={site.id} /> : null}
      subtitle={site?.company.name}
      breadcrumb={[...sheetCrumbs(place, site?.company.name), { label: words(siteWords.title), ...place.link('sites') }]}
      actions={site ? <SiteActions place={place} site={site} onClose={closing.open} /> : null}
    >
      {site ? (
        <div className={columns.sheet}>
          <div className={columns.column}>
            <SectionCard title={m.companies_information()}>
              <DescriptionList
                items={[
                  { label: words(siteWords.state), value: <SiteStateBadge site={site} /> },
                  site.closedOn !== null && { label: m.companies_closed_on(), value: formatDay(site.closedOn) },
                  { label: words(siteWords.siret), value: formatSiret(site.siret) },
                  {
                    label: words(siteWords.phone),
                    value: site.phone ? <Anchor href={`tel:${site.phone}`}>{formatPhone(site.phone)}</Anchor> : null,
                  },
                  { label: m.companies_onsite_contact(), value: site.onsiteContactId ? <OnsiteContact place={place} site={site} /> : null },
                  { label: m.companies_created_at(), value: formatInstant(site.createdAt) },
                ]}
              />
            </SectionCard>
            <SectionCard title={m.companies_address()}>
              <DescriptionList
                items={[
                  { label: words(siteWords.street), value: site.street },
                  { label: m.companies_complement(), value: site.complement ?? m.companies_complement_none() },
                  { label: words(siteWords.city), value: `${site.postcode} ${site.city}`.trim() },
                  { label: m.companies_country(), value: countryName(site.country) },
                  { label: m.companies_insee_code(), value: site.communeCode },
                ]}
              />
            </SectionCard>
            <SectionCard title={m.companies_payment()}>
              <PaymentRows place={place} site={site.id} />
            </SectionCard>
          </div>
          <div className={columns.column}>
            <SectionCard title={m.companies_hours()}>
              {site.openingHours ? <OpeningHoursView hours={site.openingHours} /> : <Text c="dimmed">{m.companies_hours_unknown()}</Text>}
            </SectionCard>
            <ContactsCard place={place} site={site.id} />
          </div>
        </div>
      ) : (
        <Skeleton height={360} />
      )}
      {site && isClosing ? <CloseSiteDrawer place={place} site={site} onClose={closing.close} /> : null}
    </Page>
  )
}
