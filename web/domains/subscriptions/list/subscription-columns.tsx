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
 * Columns of the list: the name leads, with its reference and its town under it. What shares a column with another may be shown in one of its own
 * too, to be sorted by; a client's own name, the same on each line, waits to be asked for.
 */
export const columnsFor = (universe: Universe, families: Families): DataColumn<SubscriptionRow>[] => [
  {
    key: 'name',
    header: words(contractWords.name),
    cell: (contract) => <TwoLines first={nameOf(contract)} second={[contract.reference, contract.city].filter(Boolean).join(' · ')} />,
    sort: true,
    primary: true,
    wide: true,
  },
  {
    key: 'displayedState',
    header: words(contractWords.state),
    cell: (contract) => (
      <span className={classes.states}>
        {rowBadges(contract, universe).map((badge) => (
          <StateBadge key={badge.label} {...badge} />
        ))}
      </span>
    ),
    sort: true,
    fixed: true,
    headline: true,
  },
  {
    key: 'client',
    header:
      universe === 'client' ? words(contractWords.client) : `${words(contractWords.client)} · ${words(contractWords.customerAccount)}`,
    cell: ({ client, customerAccount }) =>
      universe === 'client' ? client.name : <TwoLines first={client.name} second={customerAccount} />,
    sort: true,
    hidden: universe === 'client',
    clip: true,
  },
  {
    key: 'deliveredOn',
    header: words(contractWords.deliveredOn),
    cell: ({ when }) => <WhenLines when={when} />,
    sort: true,
    corner: true,
  },
  {
    key: 'lastOrder',
    header: words(contractWords.lastOrder),
    cell: ({ lastOrder, type, pilot }) =>
      lastOrder ? (
        <TwoLines
          first={lastOrder.reference}
          second={
            <span className={classes.wraps}>{[type === 'creation' ? null : orderKindLabel(type), pilot].filter(Boolean).join(' · ')}</span>
          }
        />
      ) : (
        none(words(contractWords.noOrder))
      ),
    sort: true,
    tableOnly: true,
    ...(universe === 'client' ? {} : { roomy: true }),
  },
  {
    key: 'reference',
    header: words(contractWords.reference),
    cell: ({ reference }) => <span className={classes.reference}>{reference}</span>,
    sort: true,
    hidden: true,
    tableOnly: true,
  },
  {
    key: 'customerAccount',
    header: words(contractWords.customerAccount),
    cell: ({ customerAccount }) => <span className={classes.reference}>{customerAccount}</span>,
    sort: true,
    hidden: true,
  },
  { key: 'city', header: words(contractWords.city), cell: ({ city }) => city, sort: true, hidden: true },
  {
    key: 'pilot',
    header: words(contractWords.pilot),
    cell: ({ pilot }) => (pilot ? <span className={classes.reference}>{pilot}</span> : none(words(contractWords.noPilot))),
    sort: true,
    hidden: true,
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
