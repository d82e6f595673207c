import { pages } from '#api/pages'
import type { SubscriptionRow } from '#api/subscriptions/list/subscription-list'
import { contractWords } from '#api/subscriptions/words'
import type { Universe } from '#api/universes'
import * as common from '#messages/common'
import * as m from '#messages/subscriptions'
import { nameOf, words } from '../../../platform/words.ts'
import type { DataColumn } from '../../../ui/data-list/data-list-types.ts'
import { TwoLines } from '../../../ui/data-list/two-lines.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import type { Families } from '../../catalog/families/use-families.ts'
import { orderKindLabel } from '../order-labels.ts'
import { rowBadges } from '../subscription-labels.ts'
import classes from '../subscriptions.module.css'
import { WhenLines } from '../when.tsx'

const none = (text: string) => <span className={classes.faint}>{text}</span>

/**
 * Columns of the list, in the order of the guide; the state stands beside the reference. Two pairs of them share a column, so that the list fits
 * its page: each may be shown in a column of its own too, to be sorted by.
 */
export const columnsFor = (universe: Universe, families: Families): DataColumn<SubscriptionRow>[] => [
  {
    key: 'pilot',
    header: words(contractWords.pilot),
    cell: ({ pilot }) => (pilot ? <span className={classes.reference}>{pilot}</span> : none(words(contractWords.noPilot))),
    sort: true,
  },
  { key: 'reference', header: words(contractWords.reference), cell: ({ reference }) => reference, sort: true, primary: true },
  {
    key: 'displayedState',
    header: words(contractWords.state),
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
    header: `${words(contractWords.name)} · ${words(contractWords.type)}`,
    cell: (contract) => <TwoLines first={nameOf(contract)} second={orderKindLabel(contract.type)} />,
    sort: true,
    clip: 6,
  },
  {
    key: 'lastOrder',
    header: words(contractWords.lastOrder),
    cell: ({ lastOrder }) => lastOrder?.reference ?? none(words(contractWords.noOrder)),
    sort: true,
  },
  {
    key: 'client',
    header:
      universe === 'client' ? words(contractWords.client) : `${words(contractWords.client)} · ${words(contractWords.customerAccount)}`,
    cell: ({ client, customerAccount }) =>
      universe === 'client' ? client.name : <TwoLines first={client.name} second={customerAccount} />,
    sort: true,
    clip: 5,
  },
  {
    key: 'customerAccount',
    header: words(contractWords.customerAccount),
    cell: ({ customerAccount }) => <span className={classes.reference}>{customerAccount}</span>,
    sort: true,
    hidden: true,
  },
  { key: 'city', header: words(contractWords.city), cell: ({ city }) => city, sort: true, clip: 2 },
  {
    key: 'deliveredOn',
    header: words(contractWords.deliveredOn),
    cell: ({ when }) => <WhenLines when={when} />,
    sort: true,
  },
  {
    key: 'type',
    header: words(contractWords.type),
    cell: ({ type }) => orderKindLabel(type),
    sort: true,
    hidden: true,
  },
  { key: 'family', header: words(contractWords.family), cell: ({ family }) => families.nameOf(family), hidden: true },
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
