import { useQuery } from '@tanstack/react-query'
import { readStanding } from '#api/companies/portfolio/clients'
import { clientWords } from '#api/companies/words'
import { pages } from '#api/pages'
import * as m from '#messages/portfolio'
import { StatePill } from '../../../../app/look/state-pill.tsx'
import { read } from '../../../../platform/reading/read.ts'
import { words } from '../../../../platform/words.ts'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { ButtonLink } from '../../../../ui/links.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import { financialLabel, guaranteeLabel, stateLabel } from '../portfolio-labels.ts'

/** On the sheet of a company, in the carrier's universe: where it stands, and the way to change it. */
export const StandingCard = ({ companyReference }: { readonly companyReference: string }) => {
  const { data } = useQuery(read(readStanding, { params: { universe: 'carrier', company: companyReference } }))
  if (!data) return null
  return (
    <SectionCard
      title={m.portfolio_section_standing()}
      actions={
        <ButtonLink variant="default" to={pages.standing} params={{ universe: 'carrier', company: companyReference }}>
          {m.portfolio_manage()}
        </ButtonLink>
      }
    >
      <DescriptionList
        items={[
          { label: words(clientWords.state), value: <StatePill of="company" state={data.state} label={stateLabel(data.state)} /> },
          {
            label: words(clientWords.financialState),
            value: <StatePill of="financial" state={data.financialState} label={financialLabel(data.financialState)} />,
          },
          { label: m.portfolio_guarantee(), value: guaranteeLabel(data.guarantee) },
          { label: words(clientWords.partner), value: data.partner?.name ?? m.portfolio_no_partner() },
          data.duplicates.length > 0 && {
            label: words(clientWords.siren),
            value: m.portfolio_duplicates({ count: data.duplicates.length }),
          },
        ]}
      />
    </SectionCard>
  )
}
