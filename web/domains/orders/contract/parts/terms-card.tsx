import type { Subscription } from '#api/orders/contract/contract'
import { contractWords } from '#api/subscriptions/words'
import * as m from '#messages/subscriptions'
import { formatDay, formatNumber } from '../../../../platform/format.ts'
import { words } from '../../../../platform/words.ts'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import classes from '../../../subscriptions/subscriptions.module.css'
import { noticeText } from '../../termination/notice-text.ts'

interface Part {
  readonly contract: Subscription
}

/** Dates, quantity, and what was agreed about leaving. */
export const ContractTerms = ({ contract }: Part) => {
  const { terms, quantity, unit } = contract
  return (
    <SectionCard quiet title={m.subscriptions_terms()}>
      <DescriptionList
        asRows
        items={[
          { label: m.subscriptions_offer(), value: words(contract.offer.name) },
          { label: m.subscriptions_quantity(), value: unit ? `${formatNumber(quantity)} ${words(unit)}` : formatNumber(quantity) },
          contract.deliveredOn !== null && { label: words(contractWords.deliveredOn), value: formatDay(contract.deliveredOn) },
          contract.terminatedOn !== null && { label: m.subscriptions_terminated_on(), value: formatDay(contract.terminatedOn) },
          { label: m.subscriptions_notice(), value: noticeText(terms.notice) },
          {
            label: m.subscriptions_renewal(),
            value: terms.tacitRenewal ? m.subscriptions_renewal_tacit() : m.subscriptions_renewal_none(),
          },
          terms.longCommitmentWaiver && { label: m.subscriptions_waiver(), value: m.subscriptions_waiver_given() },
        ]}
      />
    </SectionCard>
  )
}

/** The form as contracted. */
export const ContractForm = ({ contract: { characteristics } }: Part) =>
  characteristics.length === 0 ? null : (
    <SectionCard title={m.subscriptions_characteristics()}>
      <DescriptionList items={characteristics.map(({ label, value }) => ({ label: words(label), value: words(value) }))} />
    </SectionCard>
  )

/** The other sites of a contract that spans several. */
export const ContractSites = ({ contract: { sites } }: Part) =>
  sites.length < 2 ? null : (
    <SectionCard title={m.subscriptions_sites()}>
      <ul className={classes.plain}>
        {sites.map((site) => (
          <li key={site.id} className={classes.site}>
            <strong>{site.name}</strong>
            <span className={classes.small}>{[site.street, `${site.postcode} ${site.city}`.trim()].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
    </SectionCard>
  )
