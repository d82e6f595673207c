import { Anchor } from '@mantine/core'
import { formatPhone } from '#api/companies/rules/contact/phone-number'
import type { Subscription } from '#api/orders/contract/contract'
import { clientPages, pages } from '#api/pages'
import { contractWords } from '#api/subscriptions/words'
import * as m from '#messages/subscriptions'
import { StatePill } from '../../../../app/look/state-pill.tsx'
import { useUniverse } from '../../../../platform/session.ts'
import { words } from '../../../../platform/words.ts'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { AnchorLink } from '../../../../ui/links.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import { countryName } from '../../../companies/form-values.ts'
import { orderStateLabel } from '../../../subscriptions/order-labels.ts'
import { WhenLine } from '../../../subscriptions/when.tsx'
import classes from './overview.module.css'

interface Part {
  readonly contract: Subscription
}

const LastOrder = ({ contract }: Part) => {
  const universe = useUniverse()
  const { lastOrder } = contract
  // The contract's own day is its creation's; a later order has another, or none yet.
  const { pilot, when } = contract.operations.find(({ reference }) => reference === lastOrder?.reference) ?? contract
  return (
    <>
      <h3 className={classes.group}>{m.subscriptions_last_order()}</h3>
      <DescriptionList
        asRows
        items={[
          {
            label: words(contractWords.reference),
            value: lastOrder ? (
              <AnchorLink to={pages.order} params={{ universe, order: lastOrder.reference }}>
                {lastOrder.reference}
              </AnchorLink>
            ) : (
              words(contractWords.noOrder)
            ),
          },
          { label: words(contractWords.pilot), value: pilot ?? words(contractWords.noPilot) },
          { label: words(contractWords.deliveredOn), value: <WhenLine when={when} /> },
          lastOrder !== null && {
            label: words(contractWords.state),
            value: <StatePill of="order" state={lastOrder.state} label={orderStateLabel(lastOrder.state)} />,
          },
        ]}
      />
    </>
  )
}

const Client = ({ contract: { client, customerAccount, clientPhone } }: Part) => {
  const universe = useUniverse()
  return (
    <>
      <h3 className={classes.group}>{m.subscriptions_client_block()}</h3>
      <DescriptionList
        asRows
        items={[
          {
            label: words(contractWords.client),
            value:
              universe === 'client' ? (
                client.name
              ) : (
                <AnchorLink to={clientPages.company} params={{ universe, company: client.reference }}>
                  {client.name}
                </AnchorLink>
              ),
          },
          { label: words(contractWords.reference), value: client.reference },
          { label: words(contractWords.customerAccount), value: customerAccount },
          {
            label: m.subscriptions_phone(),
            value: clientPhone ? <Anchor href={`tel:${clientPhone}`}>{formatPhone(clientPhone)}</Anchor> : null,
          },
        ]}
      />
    </>
  )
}

const MainSite = ({ contract: { site } }: Part) => (
  <>
    <h3 className={classes.group}>{m.subscriptions_main_site()}</h3>
    <DescriptionList
      asRows
      items={[
        { label: m.subscriptions_site_name(), value: site.name },
        { label: m.subscriptions_address(), value: [site.street, `${site.postcode} ${site.city}`.trim()].filter(Boolean).join('\n') },
        { label: m.subscriptions_complement(), value: site.complement ?? m.subscriptions_no_complement() },
        { label: m.subscriptions_country(), value: countryName(site.country) },
      ]}
    />
  </>
)

/** « Informations »: « Dernière commande », « Client », « Site principal ». */
export const ContractFacts = ({ contract }: Part) => (
  <SectionCard quiet title={m.subscriptions_information()}>
    <LastOrder contract={contract} />
    <Client contract={contract} />
    <MainSite contract={contract} />
  </SectionCard>
)
