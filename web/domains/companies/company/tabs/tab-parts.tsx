import { Skeleton } from '@mantine/core'
import { type ReactNode, Suspense } from 'react'
import type { CompanyPlace } from '../../../../app/company/company-place.ts'
import { type CompanySection, companySectionsFor } from '../../../../app/company/company-sections.ts'
import type { CompanyTab } from '../../../../app/company/company-tabs.ts'
import { useSession } from '../../../../platform/session.ts'
import { SectionCard } from '../../../../ui/section-card.tsx'

/** What other domains put on a tab of the sheet, for this person. */
export const useSections = (place: CompanyPlace, tab: CompanyTab): readonly CompanySection[] =>
  companySectionsFor(useSession(), place.universe, place.company).filter((section) => section.tab === tab)

export const Sections = ({ place, tab }: { readonly place: CompanyPlace; readonly tab: CompanyTab }): ReactNode =>
  useSections(place, tab).map(({ key, title, Section }) => (
    <Suspense key={key} fallback={<SectionCard title={title()}>{<Skeleton height={120} />}</SectionCard>}>
      <Section companyReference={place.company} />
    </Suspense>
  ))
