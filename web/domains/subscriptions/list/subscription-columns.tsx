import { pages } from '#api/pages'
import type { SubscriptionRow } from '#api/subscriptions/list/subscription-list'
import type { Universe } from '#api/universes'
import * as common from '#messages/common'
import * as m from '#messages/subscriptions'
import { formatDay } from '../../../platform/format.ts'
import { nameOf } from '../../../platform/words.ts'
import type { DataColumn } from '../../../ui/data-list/data-list-types.ts'
import { TwoLines } from '../../../ui/data-list/two-lines.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import type { Families } from '../../catalog/families/use-families.ts'
import { deliveryDay, orderKindLabel } from '../order-labels.ts'
import { rowBadges } from '../subscription-labels.ts'
import classes from '../subscriptions.module.css'

const none = (text: string) => <span className={classes.faint}>{text}</span>

/**
 * Columns of the list, in the order of the guide; the state stands beside the reference. Two pairs of them share a column, so that the list fits
 * its page: each may be shown in a column of its own too, to be sorted by.
 */
export const columnsFor = (universe: Universe, families: Families): DataColumn<SubscriptionRow>[] => [
  {
    key: 'pilot',
    header: m.subscriptions_pilot(),
    cell: ({ pilot }) => (pilot ? <span className={classes.reference}>{pilot}</span> : none(m.subscriptions_no_pilot())),
    sort: true,
  },
  { key: 'reference', header: m.subscriptions_reference(), cell: ({ reference }) => reference, sort: true, primary: true },
  {
    key: 'displayedState',
    header: m.subscriptions_state(),
    cell: (contract) => (
      <span className={classes.states}>
        {rowBadges(contract).map((badge) => (
          <StateBadge key={badge.label} {...badge} />
        ))}
      </span>
    ),
    sort: true,
    fixed: true,
    headline: true,
  },
  {
    key: 'name',
    header: `${m.subscriptions_name()} · ${m.subscriptions_type()}`,
    cell: (contract) => <TwoLines first={nameOf(contract)} second={orderKindLabel(contract.type)} />,
    sort: true,
    clip: 6,
  },
  {
    key: 'lastOrder',
    header: m.subscriptions_last_order_reference(),
    cell: ({ lastOrder }) => lastOrder?.reference ?? none(m.subscriptions_no_order()),
    sort: true,
  },
  {
    key: 'client',
    header: universe === 'client' ? m.subscriptions_client() : `${m.subscriptions_client()} · ${m.subscriptions_customer_account()}`,
    cell: ({ client, customerAccount }) =>
      universe === 'client' ? client.name : <TwoLines first={client.name} second={customerAccount} />,
    sort: true,
    clip: 5,
  },
  {
    key: 'customerAccount',
    header: m.subscriptions_customer_account(),
    cell: ({ customerAccount }) => <span className={classes.reference}>{customerAccount}</span>,
    sort: true,
    hidden: true,
  },
  { key: 'city', header: m.subscriptions_city(), cell: ({ city }) => city, sort: true, clip: 2 },
  {
    key: 'deliveredOn',
    header: m.subscriptions_delivered_on(),
    cell: ({ deliveredOn, lastOrder }) =>
      deliveredOn ? formatDay(deliveredOn) : <span className={classes.later}>{deliveryDay(null, lastOrder?.state)}</span>,
    sort: true,
  },
  {
    key: 'type',
    header: m.subscriptions_type(),
    cell: ({ type }) => orderKindLabel(type),
    sort: true,
    hidden: true,
  },
  { key: 'family', header: m.subscriptions_family(), cell: ({ family }) => families.nameOf(family), hidden: true },
  {
    key: 'action',
    header: m.subscriptions_action(),
    // The whole row leads there; this says so, and is not a second stop for the keyboard.
    cell: ({ reference }) => (
      <AnchorLink to={pages.subscription} params={{ universe, subscription: reference }} className={classes.detail} tabIndex={-1}>
        {common.action_detail()}
        <span className="visually-hidden"> {reference}</span>
      </AnchorLink>
    ),
    fixed: true,
    tableOnly: true,
  },
]
