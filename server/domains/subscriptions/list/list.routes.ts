import { orderStateWords } from '#api/rules/order-words'
import { listSubscriptions } from '#api/subscriptions/list/subscription-list'
import { isTerminationCalledOff } from '#api/subscriptions/rules/operations'
import { whenInWords } from '#api/subscriptions/when'
import { contractStateWords, contractWords, orderKindWords } from '#api/subscriptions/words'
import { dayOf } from '../../../platform/clock.ts'
import type { Route } from '../../../platform/http/route.ts'
import { dayColumn, textColumn } from '../../../platform/lists/export-columns.ts'
import { countUpTo, listRoutes } from '../../../platform/lists/list-routes.ts'
import { presentRow } from '../present-row.ts'
import { subscriptionPage, subscriptionsMatching } from './subscriptions-query.ts'

export const subscriptionListRoutes: Route[] = listRoutes(listSubscriptions, {
  page: ({ universe, filters }, order) => subscriptionPage(universe, filters, order),
  // Contracts on their way out are few, and the home page of a partner says how many.
  counted: ({ universe, filters }) =>
    universe === 'client' || filters.state === 'termination_requested' ? countUpTo(subscriptionsMatching(filters)) : null,
  present:
    (_, { now }) =>
    (row) =>
      presentRow(row, dayOf(now).toString()),
  file: {
    name: { fr: 'offres-contractees', en: 'contracted-offers' },
    columns: () => [
      textColumn(contractWords.pilot, ({ pilot }) => pilot ?? contractWords.noPilot),
      textColumn(contractWords.reference, ({ reference }) => reference),
      textColumn(contractWords.name, ({ name, nameEn }) => ({ fr: name, en: nameEn })),
      textColumn(contractWords.lastOrder, ({ lastOrder }) => lastOrder?.reference ?? contractWords.noOrder),
      textColumn(contractWords.client, ({ client }) => client.name),
      textColumn(contractWords.clientReference, ({ client }) => client.reference),
      textColumn(contractWords.customerAccount, ({ customerAccount }) => customerAccount),
      textColumn(contractWords.city, ({ city }) => city),
      dayColumn(contractWords.deliveredOn, ({ deliveredOn, when }) => deliveredOn ?? whenInWords(when)),
      textColumn(contractWords.state, (contract) => {
        if (isTerminationCalledOff(contract)) return contractStateWords.active
        return contract.displayedState === 'terminated' ? contractStateWords.terminated : orderStateWords[contract.displayedState]
      }),
      textColumn(contractWords.type, ({ type }) => orderKindWords[type]),
    ],
  },
})
