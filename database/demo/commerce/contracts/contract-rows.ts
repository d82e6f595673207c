import { commitmentEnd } from '#api/catalog/rules/commitment/commitment-period'
import { demoId } from '../../identifiers.ts'
import { demoOfferId } from '../catalogue/load-catalogue.ts'
import type { DemoContract } from './demo-contract.ts'
import { orderLoads, terminationLoads } from './order-rows.ts'
import { kinds, room } from './row-ids.ts'
import { at, type ContractLoad, orderReference, payer, payerColumns, sortKey, tenant, tenantColumns } from './row-parts.ts'

/** `linked`: the last order is named at once; otherwise it must exist first, and `linkOrders` names it. */
export const contractLoad = (linked: boolean): ContractLoad => ({
  table: 'subscriptions',
  columns: [
    'id',
    'number',
    ...tenantColumns,
    'payer_id',
    'site_id',
    'site_ids',
    'offer_id',
    'offer_version_id',
    'name',
    'family',
    'state',
    'quantity',
    'values',
    'company_name',
    'company_reference',
    'payer_reference',
    'city',
    'pilot_name',
    'delivered_on',
    'last_order_id',
    'last_order_number',
    'last_order_reference',
    'last_order_kind',
    'last_order_state',
    'notice_count',
    'notice_unit',
    'penalty_basis_points',
    'created_at',
    'activated_on',
    'terminated_on',
    'taken_over',
    'name_key',
    'company_key',
    'city_key',
    'pilot_key',
  ],
  rows: (contract) => {
    const { plan, version } = contract
    const { customer, offer } = plan
    const last = contract.orders.at(-1)
    const pilot = contract.orders.findLast((order) => order.pilot !== null)?.pilot?.name ?? null
    return [
      [
        contract.id,
        plan.number,
        ...tenant(contract),
        customer.payerId,
        contract.siteId,
        contract.siteIds,
        demoOfferId(offer.code),
        version.id,
        offer.name.fr,
        offer.family,
        contract.state,
        contract.quantity,
        JSON.stringify(contract.values),
        customer.name,
        customer.reference,
        customer.payerReference,
        contract.city,
        pilot,
        contract.deliveredOn,
        linked ? (last?.id ?? null) : null,
        last?.number ?? null,
        last ? orderReference(last.number) : null,
        last?.kind ?? null,
        last?.state ?? null,
        offer.definition.notice.count,
        offer.definition.notice.unit,
        offer.definition.penaltyBasisPoints,
        at(plan.placedOn),
        contract.deliveredOn,
        contract.terminatedOn,
        plan.story === 'taken_over',
        sortKey(offer.name.fr),
        sortKey(customer.name),
        sortKey(contract.city),
        sortKey(pilot),
      ],
    ]
  },
})

const prices: ContractLoad = {
  table: 'subscription_prices',
  columns: ['subscription_id', ...payerColumns, 'one_off_cents', 'monthly_cents', 'termination_cents', 'lines'],
  rows: (contract) => [
    [
      contract.id,
      ...payer(contract),
      contract.priced.oneOffCents,
      contract.priced.monthlyCents,
      contract.priced.terminationCents,
      JSON.stringify(
        contract.priced.lines.map(({ item, label, quantity, oneOffCents, monthlyCents }) => ({
          item,
          label,
          quantity,
          oneOffCents,
          monthlyCents,
        })),
      ),
    ],
  ],
}

const commitmentId = (contract: DemoContract, index: number) => demoId(kinds.commitment, contract.plan.index * 4 + index)
const commitments: ContractLoad = {
  table: 'commitments',
  columns: ['id', 'subscription_id', 'order_id', ...tenantColumns, 'site_ids', 'label', 'starts_on', 'months', 'ends_on', 'created_at'],
  rows: (contract) =>
    contract.commitments.map(({ label, startsOn, months, orderId }, index) => [
      commitmentId(contract, index),
      contract.id,
      orderId,
      ...tenant(contract),
      contract.siteIds,
      label,
      startsOn,
      months,
      commitmentEnd(startsOn, months),
      at(startsOn, 11),
    ]),
}

const commitmentAmounts: ContractLoad = {
  table: 'commitment_amounts',
  columns: ['commitment_id', ...payerColumns, 'monthly_cents'],
  rows: (contract) =>
    contract.commitments.map(({ monthlyCents }, index) => [commitmentId(contract, index), ...payer(contract), monthlyCents]),
}

const firstService = 170_000
const firstAccountcode = 133_000
const serviceId = (contract: DemoContract, index: number) => demoId(kinds.service, contract.plan.index * room.services + index)
const services: ContractLoad = {
  table: 'services',
  columns: ['id', 'number', 'subscription_id', ...tenantColumns, 'site_id', 'kind', 'name', 'state', 'created_on', 'closed_on'],
  rows: (contract) =>
    contract.services.map((one, index) => [
      serviceId(contract, index),
      firstService + contract.plan.index * room.services + index,
      contract.id,
      ...tenant(contract),
      one.siteId,
      one.kind,
      one.name,
      contract.terminatedOn ? 'closed' : 'active',
      contract.commitments[0]?.startsOn ?? contract.deliveredOn ?? contract.plan.placedOn,
      contract.terminatedOn,
    ]),
}

const accountcodes: ContractLoad = {
  table: 'accountcodes',
  columns: [
    'id',
    'number',
    'service_id',
    'subscription_id',
    ...tenantColumns,
    'site_id',
    'label',
    'partner_code',
    'state',
    'label_key',
    'partner_code_key',
  ],
  *rows(contract) {
    for (const [index, one] of contract.services.entries()) {
      if (!one.accountcode) continue
      const place = contract.plan.index * room.services + index
      // Partners who have their own codes: one contract in three.
      const code =
        contract.plan.customer.partner && contract.plan.index % 3 === 0 ? `CLI-${contract.plan.customer.number}-${index + 1}` : ''
      yield [
        demoId(kinds.accountcode, place),
        firstAccountcode + place,
        serviceId(contract, index),
        contract.id,
        ...tenant(contract),
        one.siteId,
        one.name,
        code,
        contract.terminatedOn ? 'closed' : 'active',
        sortKey(one.name),
        sortKey(code),
      ]
    }
  },
}

/** After the contracts themselves, each after those that it names. */
export const contractLoads: readonly ContractLoad[] = [
  prices,
  ...orderLoads,
  commitments,
  commitmentAmounts,
  services,
  accountcodes,
  ...terminationLoads,
]
