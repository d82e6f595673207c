import { Skeleton, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { listSites } from '#api/companies/sites/sites'
import { siteWords } from '#api/companies/words'
import * as m from '#messages/companies'
import type { CompanyPlace } from '../../../app/company/company-place.ts'
import { isProblem } from '../../../platform/problem.ts'
import { read } from '../../../platform/reading/read.ts'
import { words } from '../../../platform/words.ts'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { AnchorLink, ButtonLink } from '../../../ui/links.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import classes from '../companies.module.css'
import { countryName } from '../form-values.ts'
import { PaymentRows } from '../payment/payment-rows.tsx'
import { ObjectRows } from '../rows.tsx'
import { SiteBadges } from './site-badges.tsx'

/** More are on the page of the sites. */
const shown = 6

/** « Gestion des sites et coordonnées de paiement ». */
export const SitesCard = ({ place }: { readonly place: CompanyPlace }) => {
  const { data, error } = useQuery(read(listSites, { params: { universe: place.universe, company: place.company } }))
  const sites = data?.items.slice(0, shown) ?? []
  const isMore = data ? data.items.length > shown || data.next !== null : false
  return (
    <SectionCard
      title={m.companies_sites_and_payment()}
      actions={
        data?.abilities.create ? (
          <ButtonLink {...place.link('newSite')} variant="light" leftSection={<IconPlus size={16} aria-hidden />}>
            {m.companies_new_site()}
          </ButtonLink>
        ) : null
      }
    >
      <div className={classes.block}>
        <div className={classes.blockHead}>
          <h3 className={classes.subtitle}>{words(siteWords.title)}</h3>
        </div>
        {isProblem(error) && !data ? <FormProblem problem={error} /> : null}
        {!data && !error ? <Skeleton height={112} /> : null}
        {data && sites.length === 0 ? <Text c="dimmed">{m.companies_no_site()}</Text> : null}
        <ObjectRows
          label={words(siteWords.title)}
          rows={sites.map((site) => ({
            key: site.id,
            title: site.name,
            badges: <SiteBadges site={site} />,
            text: [
              site.street,
              site.complement,
              `${site.postcode} ${site.city}`.trim(),
              site.country === 'FR' ? null : countryName(site.country),
            ]
              .filter(Boolean)
              .join(', '),
            link: place.link('site', { site: site.id }),
          }))}
        />
        {isMore ? (
          <div className={classes.foot}>
            <AnchorLink {...place.link('sites')}>
              {data?.total ? m.companies_all_sites_count({ count: data.total }) : m.companies_all_sites()}
            </AnchorLink>
          </div>
        ) : null}
      </div>
      <PaymentRows place={place} titled />
    </SectionCard>
  )
}
