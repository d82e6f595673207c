import { displayedStates, type listSubscriptions, subscriptionStates } from '#api/subscriptions/list/subscription-list'
import { orderKinds } from '#api/subscriptions/rules/operations'
import { contractWords } from '#api/subscriptions/words'
import * as m from '#messages/subscriptions'
import { words } from '../../../platform/words.ts'
import type { FilterOf } from '../../../ui/data-list/data-list-types.ts'
import type { Families } from '../../catalog/families/use-families.ts'
import { orderKindLabel } from '../order-labels.ts'
import { contractStateLabel, displayedStateLabel } from '../subscription-labels.ts'

/** One filter per column; those that are used most come first. */
export const subscriptionFilterFields = (families: Families): readonly FilterOf<typeof listSubscriptions>[] => [
  { kind: 'search', placeholder: m.subscriptions_search() },
  {
    kind: 'select',
    key: 'displayedState',
    label: words(contractWords.state),
    options: displayedStates.map((value) => ({ value, label: displayedStateLabel(value) })),
  },
  {
    kind: 'select',
    key: 'type',
    label: words(contractWords.type),
    options: orderKinds.map((value) => ({ value, label: orderKindLabel(value) })),
  },
  { kind: 'text', key: 'reference', label: words(contractWords.reference), placeholder: 'OC00087' },
  { kind: 'text', key: 'name', label: words(contractWords.name) },
  {
    kind: 'select',
    key: 'family',
    label: words(contractWords.family),
    feminine: true,
    options: families.options,
  },
  { kind: 'text', key: 'pilot', label: words(contractWords.pilot) },
  { kind: 'text', key: 'lastOrder', label: words(contractWords.lastOrder), placeholder: 'COM00025' },
  { kind: 'text', key: 'client', label: words(contractWords.client) },
  { kind: 'text', key: 'customerAccount', label: words(contractWords.customerAccount), placeholder: 'OIP-00000002' },
  { kind: 'text', key: 'city', label: words(contractWords.city) },
  {
    kind: 'select',
    key: 'delivery',
    label: m.subscriptions_delivery(),
    feminine: true,
    options: [
      { value: 'delivered', label: m.subscriptions_delivered() },
      { value: 'not_delivered', label: words(contractWords.notDelivered) },
    ],
  },
  { kind: 'date', key: 'deliveredFrom', label: m.subscriptions_delivered_from() },
  { kind: 'date', key: 'deliveredTo', label: m.subscriptions_delivered_to() },
  {
    kind: 'select',
    key: 'state',
    label: words(contractWords.contractState),
    options: subscriptionStates.map((value) => ({ value, label: contractStateLabel(value) })),
  },
]
