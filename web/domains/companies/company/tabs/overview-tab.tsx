import { Skeleton } from '@mantine/core'
import { useState } from 'react'
import type { Company } from '#api/companies/company/company'
import * as m from '#messages/companies'
import type { CompanyPlace } from '../../../../app/company/company-place.ts'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import { CompanyFacts } from '../company-facts.tsx'
import type { IdentityField } from '../identity-drawer.tsx'
import { UsefulLinks } from '../useful-links.tsx'
import classes from './overview-tab.module.css'
import { Sections } from './tab-parts.tsx'

const IdentityDrawer = lazyPart(() => import('../identity-drawer.tsx'), 'IdentityDrawer')

/** Who the company is, and the ways on: first on a phone. */
export const OverviewTab = ({ place, company }: { readonly place: CompanyPlace; readonly company: Company | undefined }) => {
  const [identity, setIdentity] = useState<IdentityField | null>(null)
  return (
    <div className={classes.overview}>
      <div className={classes.ways}>
        <UsefulLinks place={place} />
      </div>
      <div className={classes.facts}>
        <SectionCard title={m.companies_information()}>
          {company ? <CompanyFacts universe={place.universe} company={company} onIdentity={setIdentity} /> : <Skeleton height={545} />}
        </SectionCard>
      </div>
      <div className={classes.others}>
        <Sections place={place} tab="overview" />
      </div>
      {company && identity && place.universe !== 'carrier' ? (
        <IdentityDrawer universe={place.universe} company={company} field={identity} onClose={() => setIdentity(null)} />
      ) : null}
    </div>
  )
}
