import { Anchor } from '@mantine/core'
import { formatPhone } from '#api/companies/rules/contact/phone-number'
import type { Order } from '#api/orders/reading/orders'
import { orderWords } from '#api/orders/words'
import { clientPages, pages } from '#api/pages'
import { isRunning } from '#api/subscriptions/rules/operations'
import * as m from '#messages/orders'
import { universeRoleLabel } from '../../../../app/universe-labels.ts'
import { formatDay, formatInstant } from '../../../../platform/format.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { nameOf, words } from '../../../../platform/words.ts'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { AnchorLink } from '../../../../ui/links.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import { orderKindLabel, orderStateLabel } from '../../../subscriptions/order-labels.ts'
import { WhenLine } from '../../../subscriptions/when.tsx'
import classes from '../../orders.module.css'
import { bareName } from '../../person-name.ts'

/** Dates, company, payer, contract. */
export const OrderFacts = ({ order }: { readonly order: Order }) => {
  const universe = useUniverse()
  const { risk } = order
  return (
    <SectionCard quiet title={m.orders_information()}>
      <DescriptionList
        items={[
          { label: words(orderWords.kind), value: orderKindLabel(order.kind) },
          {
            label: words(orderWords.contract),
            value: (
              <AnchorLink to={pages.subscription} params={{ universe, subscription: order.subscription.reference }}>
                {order.subscription.reference}
              </AnchorLink>
            ),
          },
          {
            label: words(orderWords.company),
            value:
              universe === 'client' ? (
                order.company.name
              ) : (
                <AnchorLink to={clientPages.company} params={{ universe, company: order.company.reference }}>
                  {order.company.name}
                </AnchorLink>
              ),
          },
          { label: m.orders_payer(), value: order.payerReference },
          order.purchaseOrder !== null && { label: words(orderWords.purchaseOrder), value: order.purchaseOrder },
          { label: words(orderWords.placedAt), value: formatInstant(order.placedAt) },
          order.submittedAt !== null &&
            (order.placedUniverse === 'ambassador' || order.placedUniverse === 'carrier') && {
              label: m.orders_submitted_at(),
              value: formatInstant(order.submittedAt),
            },
          { label: words(orderWords.wishedOn), value: order.wishedOn ? formatDay(order.wishedOn) : m.orders_as_soon_as_possible() },
          { label: words(orderWords.deliveredOn), value: <WhenLine when={order.when} /> },
          order.commitmentMonths > 0 && { label: m.orders_commitment(), value: m.orders_months({ count: order.commitmentMonths }) },
          risk !== null &&
            isRunning(order.state) && {
              label: m.orders_open_since(),
              value:
                risk.usualDays === null
                  ? m.orders_days({ count: risk.openDays })
                  : m.orders_days_usual({ open: m.orders_days({ count: risk.openDays }), usual: m.orders_days({ count: risk.usualDays }) }),
            },
        ]}
      />
    </SectionCard>
  )
}

/** Who is concerned: pilot, who placed it, whom to meet on site, where. */
export const OrderActors = ({ order }: { readonly order: Order }) => (
  <SectionCard title={m.orders_actors()}>
    <DescriptionList
      items={[
        { label: words(orderWords.pilot), value: order.pilot ?? words(orderWords.noPilot) },
        { label: m.orders_placed_by(), value: `${bareName(order.placedBy)} (${universeRoleLabel(order.placedUniverse)})` },
        {
          label: m.orders_onsite_contact(),
          value: order.onsiteContact ? (
            <>
              {order.onsiteContact.name}
              {order.onsiteContact.phone ? (
                <>
                  <br />
                  <Anchor href={`tel:${order.onsiteContact.phone}`}>{formatPhone(order.onsiteContact.phone)}</Anchor>
                </>
              ) : null}
            </>
          ) : null,
        },
        ...order.sites.map((site, index) => ({
          label: order.sites.length > 1 ? m.orders_site_number({ number: index + 1 }) : words(orderWords.site),
          value: [site.name, site.street, `${site.postcode} ${site.city}`.trim()].filter(Boolean).join('\n'),
        })),
      ]}
    />
  </SectionCard>
)

/** The other orders of the same go. */
export const OrdersTogether = ({ order }: { readonly order: Order }) => {
  const universe = useUniverse()
  return order.together.length === 0 ? null : (
    <SectionCard title={m.orders_together()}>
      <ul className={classes.plain}>
        {order.together.map((other) => (
          <li key={other.reference} className={classes.note}>
            <AnchorLink to={pages.order} params={{ universe, order: other.reference }} underline="always">
              {other.reference}
            </AnchorLink>{' '}
            {nameOf({ name: other.offerName, nameEn: other.offerNameEn })}
            <div className={classes.small}>{orderStateLabel(other.state)}</div>
          </li>
        ))}
      </ul>
    </SectionCard>
  )
}
