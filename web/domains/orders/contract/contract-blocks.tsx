import { Anchor } from '@mantine/core'
import { formatPhone } from '#api/companies/rules/contact/phone-number'
import type { Subscription } from '#api/orders/contract/contract'
import { clientPages, pages } from '#api/pages'
import { contractWords } from '#api/subscriptions/words'
import * as m from '#messages/subscriptions'
import { useUniverse } from '../../../platform/session.ts'
import { words } from '../../../platform/words.ts'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { orderStateLabel, orderStateTones } from '../../subscriptions/order-labels.ts'
import classes from '../../subscriptions/subscriptions.module.css'
import { WhenLine } from '../../subscriptions/when.tsx'

interface Part {
  readonly contract: Subscription
}

const LastOrder = ({ contract }: Part) => {
  const universe = useUniverse()
  const { lastOrder } = contract
  // The contract's own day is its creation's; a later order has another, or none yet.
  const { pilot, when } = contract.operations.find(({ reference }) => reference === lastOrder?.reference) ?? contract
  return (
    <SectionCard title={m.subscriptions_last_order()}>
      <DescriptionList
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
            value: <StateBadge tone={orderStateTones[lastOrder.state]} label={orderStateLabel(lastOrder.state)} />,
          },
        ]}
      />
    </SectionCard>
  )
}

const Client = ({ contract: { client, customerAccount, clientPhone } }: Part) => {
  const universe = useUniverse()
  return (
    <SectionCard title={m.subscriptions_client_block()}>
      <DescriptionList
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
    </SectionCard>
  )
}

const MainSite = ({ contract: { site } }: Part) => (
  <SectionCard title={m.subscriptions_main_site()}>
    <DescriptionList
      items={[
        { label: m.subscriptions_site_name(), value: site.name },
        {
          label: m.subscriptions_address(),
          value: (
            <>
              {site.street}
              <br />
              {`${site.postcode} ${site.city}`.trim()}
            </>
          ),
        },
      ]}
    />
  </SectionCard>
)

/** « Dernière commande », « Client », « Site principal ». */
export const ContractBlocks = ({ contract }: Part) => (
  <div className={classes.blocks}>
    <LastOrder contract={contract} />
    <Client contract={contract} />
    <MainSite contract={contract} />
  </div>
)
