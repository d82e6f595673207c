import { displayedStates, type listSubscriptions, subscriptionStates } from '#api/subscriptions/list/subscription-list'
import { orderKinds } from '#api/subscriptions/rules/operations'
import { contractWords } from '#api/subscriptions/words'
import * as m from '#messages/subscriptions'
import { words } from '../../../platform/words.ts'
import type { FilterOf } from '../../../ui/data-list/data-list-types.ts'
import type { Families } from '../../catalog/families/use-families.ts'
import { orderKindLabel } from '../order-labels.ts'
import { contractStateLabel, displayedStateLabel } from '../subscription-labels.ts'

/** One filter per column; those that are used most stay in sight. */
export const subscriptionFilterFields = (families: Families): readonly FilterOf<typeof listSubscriptions>[] => [
  { kind: 'search', placeholder: m.subscriptions_search() },
  {
    kind: 'select',
    key: 'displayedState',
    label: words(contractWords.state),
    options: displayedStates.map((value) => ({ value, label: displayedStateLabel(value) })),
  },
  {
    kind: 'segments',
    key: 'type',
    label: words(contractWords.type),
    options: orderKinds.map((value) => ({ value, label: orderKindLabel(value) })),
  },
  { kind: 'text', key: 'reference', label: words(contractWords.reference), placeholder: 'OC00087', more: true },
  { kind: 'text', key: 'name', label: words(contractWords.name), more: true },
  {
    kind: 'select',
    key: 'family',
    label: words(contractWords.family),
    feminine: true,
    options: families.options,
    more: true,
  },
  { kind: 'text', key: 'pilot', label: words(contractWords.pilot), more: true },
  { kind: 'text', key: 'lastOrder', label: words(contractWords.lastOrder), placeholder: 'COM00025', more: true },
  { kind: 'text', key: 'client', label: words(contractWords.client), more: true },
  { kind: 'text', key: 'customerAccount', label: words(contractWords.customerAccount), placeholder: 'OIP-00000002', more: true },
  { kind: 'text', key: 'city', label: words(contractWords.city), more: true },
  {
    kind: 'select',
    key: 'delivery',
    label: m.subscriptions_delivery(),
    feminine: true,
    options: [
      { value: 'delivered', label: m.subscriptions_delivered() },
      { value: 'not_delivered', label: words(contractWords.notDelivered) },
    ],
    more: true,
  },
  { kind: 'date', key: 'deliveredFrom', label: m.subscriptions_delivered_from(), more: true },
  { kind: 'date', key: 'deliveredTo', label: m.subscriptions_delivered_to(), more: true },
  {
    kind: 'select',
    key: 'state',
    label: words(contractWords.contractState),
    options: subscriptionStates.map((value) => ({ value, label: contractStateLabel(value) })),
    more: true,
  },
]
