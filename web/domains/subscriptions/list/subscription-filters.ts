import { displayedStates, subscriptionStates } from '#api/subscriptions/list/subscription-list'
import { orderKinds } from '#api/subscriptions/rules/operations'
import * as m from '#messages/subscriptions'
import type { DataFilter } from '../../../ui/data-list/data-list-types.ts'
import type { Families } from '../../catalog/families/use-families.ts'
import { orderKindLabel } from '../order-labels.ts'
import { contractStateLabel, displayedStateLabel } from '../subscription-labels.ts'

/** One filter per column; those that are used most stay in sight. */
export const subscriptionFilterFields = (families: Families): readonly DataFilter[] => [
  { kind: 'search', placeholder: m.subscriptions_search() },
  {
    kind: 'select',
    key: 'displayedState',
    label: m.subscriptions_state(),
    options: displayedStates.map((value) => ({ value, label: displayedStateLabel(value) })),
  },
  {
    kind: 'segments',
    key: 'type',
    label: m.subscriptions_type(),
    options: orderKinds.map((value) => ({ value, label: orderKindLabel(value) })),
  },
  { kind: 'text', key: 'reference', label: m.subscriptions_reference(), placeholder: 'OC00087', more: true },
  { kind: 'text', key: 'name', label: m.subscriptions_name(), more: true },
  {
    kind: 'select',
    key: 'family',
    label: m.subscriptions_family(),
    feminine: true,
    options: families.options,
    more: true,
  },
  { kind: 'text', key: 'pilot', label: m.subscriptions_pilot(), more: true },
  { kind: 'text', key: 'lastOrder', label: m.subscriptions_last_order_reference(), placeholder: 'COM00025', more: true },
  { kind: 'text', key: 'client', label: m.subscriptions_client(), more: true },
  { kind: 'text', key: 'customerAccount', label: m.subscriptions_customer_account(), placeholder: 'OIP-00000002', more: true },
  { kind: 'text', key: 'city', label: m.subscriptions_city(), more: true },
  {
    kind: 'select',
    key: 'delivery',
    label: m.subscriptions_delivery(),
    feminine: true,
    options: [
      { value: 'delivered', label: m.subscriptions_delivered() },
      { value: 'not_delivered', label: m.subscriptions_not_delivered() },
    ],
    more: true,
  },
  { kind: 'date', key: 'deliveredFrom', label: m.subscriptions_delivered_from(), more: true },
  { kind: 'date', key: 'deliveredTo', label: m.subscriptions_delivered_to(), more: true },
  {
    kind: 'select',
    key: 'state',
    label: m.subscriptions_contract_state(),
    options: subscriptionStates.map((value) => ({ value, label: contractStateLabel(value) })),
    more: true,
  },
]
