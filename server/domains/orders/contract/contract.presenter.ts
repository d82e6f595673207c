import type { Subscription } from '#api/orders/contract/contract'
import { isRunning } from '#api/subscriptions/rules/operations'
import { isStepLate, whenOf } from '#api/subscriptions/rules/when'
import type { Universe } from '#api/universes'
import { dayOf } from '../../../platform/clock.ts'
import { holds, type Scope } from '../../../platform/context.ts'
import { presentSheets } from '../../catalog/sheets/offer-sheets.ts'
import { presentRow } from '../../subscriptions/present-row.ts'
import { whenFacts } from '../reading/order.presenter.ts'
import { formInWords } from '../reading/order-words.ts'
import { mayAskTermination, mayEnterTermination, mayWithdraw, terminationRefusal } from '../termination/termination.policy.ts'
import { presentTermination } from '../termination/termination.presenter.ts'
import type * as contracts from './contract.repository.ts'
import type { ContractParts, ReservedParts } from './contract-parts.ts'
import { commitmentsOf, costsOf } from './what-binds.ts'

const actorsOf = ({ contract, operations, seller }: ContractParts): Subscription['actors'] => {
  const nobody = { company: null, phone: null, email: null }
  const onsite = operations.find(({ onsite_contact_name: name }) => name !== null)
  const first = operations.at(-1)
  // Whoever delivered last goes on answering for the contract while a new order waits for its pilot.
  const pilot = operations.find(({ pilot_name: name }) => name !== null)?.pilot_name ?? contract.pilot_name
  return [
    ...(pilot ? [{ role: 'pilot' as const, name: pilot, ...nobody }] : []),
    ...(seller?.name ? [{ role: seller.kind, name: seller.name, company: seller.name, phone: seller.phone, email: seller.email }] : []),
    ...(onsite?.onsite_contact_name
      ? [{ ...nobody, role: 'onsite_contact' as const, name: onsite.onsite_contact_name, phone: onsite.onsite_contact_phone }]
      : []),
    ...(first ? [{ role: 'placed_by' as const, name: first.placed_by_name, ...nobody }] : []),
  ]
}

const runningOf = (operations: ContractParts['operations']) => operations.find(({ state }) => isRunning(state))

const runningOrderOf = ({ operations, steps }: ContractParts, today: string): Subscription['runningOrder'] => {
  const running = runningOf(operations)
  return running
    ? {
        reference: running.reference,
        kind: running.kind,
        state: running.state,
        wishedOn: running.wished_on,
        plannedOn: running.planned_on,
        when: whenOf(whenFacts(running), today),
        steps: steps.map((step) => ({
          label: { fr: step.label, en: step.label_en },
          actor: step.actor,
          state: step.state,
          plannedOn: step.planned_on,
          doneOn: step.done_on,
          isLate: isStepLate({ state: step.state, plannedOn: step.planned_on }, running.state, today),
          blocked:
            step.state === 'blocked' && step.blocked_cause !== null
              ? { by: step.blocked_by ?? 'carrier', cause: step.blocked_cause }
              : null,
        })),
      }
    : null
}

/** Universe of whose price list the additions are. */
const sellsAs = (scope: Scope, { operator_id: operator }: contracts.ContractRecord): Universe =>
  operator === null ? (scope.universe === 'ambassador' ? 'ambassador' : 'client') : 'operator'

/** Whoever may fill a basket for the contract's sites. */
const mayOrder = (scope: Scope, contract: contracts.ContractRecord): boolean => {
  if (scope.readOnly) return false
  if (scope.universe === 'carrier') return holds(scope, 'carrier.pilot') || holds(scope, 'carrier.administer')
  return contract.site_ids.every((siteId) => holds(scope, 'orders.manage', siteId))
}

/** Changes a contract that runs, while nothing else does on it. */
const mayChange = (scope: Scope, contract: contracts.ContractRecord): boolean =>
  contract.state === 'active' && (contract.last_order_state === null || !isRunning(contract.last_order_state)) && mayOrder(scope, contract)

const quantitiesOf = ({ definition, quantity }: contracts.ContractRecord): Pick<Subscription, 'unit' | 'calls'> => {
  const asked = definition.characteristics.find(({ key }) => key === definition.quantityKey)
  return {
    unit: asked?.type === 'number' ? (asked.unit ?? null) : null,
    calls: definition.freeIncomingPerUnit ? { outgoing: quantity, incoming: quantity + quantity * definition.freeIncomingPerUnit } : null,
  }
}

const operationsOf = ({ operations }: ContractParts, today: string): Subscription['operations'] =>
  operations.map((order) => ({
    reference: order.reference,
    kind: order.kind,
    state: order.state,
    placedAt: order.placed_at.toISOString(),
    placedBy: order.placed_by_name,
    placedUniverse: order.placed_universe,
    wishedOn: order.wished_on,
    deliveredOn: order.delivered_on,
    when: whenOf(whenFacts(order), today),
    closedAt: order.closed_at?.toISOString() ?? null,
    closingReason: order.closing_reason,
    pilot: order.pilot_name,
    quantityBefore: order.quantity_before,
    quantityAfter: order.quantity_after,
  }))

/** A contracted offer, as this reader may see it. */
export const presentContract = (scope: Scope, now: Date, parts: ContractParts, reserved: ReservedParts): Subscription => {
  const { contract, sites, termination } = parts
  const today = dayOf(now).toString()
  const running = runningOf(parts.operations)
  const codes = new Map(reserved.accountcodes?.map(({ service_id: id, number }) => [id, number]))
  const refusal = terminationRefusal(scope, contract)
  const asShown = { state: termination?.state ?? '', origin: termination?.origin ?? 'portal' }
  return {
    ...presentRow({ ...contract, running: running ? whenFacts(running) : null }, today),
    offer: { code: contract.offer_code, name: { fr: contract.offer_name, en: contract.offer_name_en } },
    clientPhone: contract.company_phone,
    site: sites.find(({ id }) => id === contract.site_id) ??
      sites[0] ?? { id: contract.site_id, name: '', street: '', complement: null, postcode: '', city: contract.city, country: 'FR' },
    sites,
    createdAt: contract.created_at.toISOString(),
    activatedOn: contract.activated_on,
    terminatedOn: contract.terminated_on,
    takenOver: contract.taken_over,
    quantity: contract.quantity,
    ...quantitiesOf(contract),
    characteristics: formInWords(contract.definition, contract.values ?? {}, new Map(sites.map(({ id, name }) => [id, name]))),
    terms: {
      notice: { count: contract.notice_count, unit: contract.notice_unit === 'day' ? 'day' : 'month' },
      penaltyBasisPoints: contract.penalty_basis_points,
      tacitRenewal: contract.tacit_renewal,
      longCommitmentWaiver: contract.long_commitment_waiver,
    },
    costs: costsOf(parts, reserved),
    resalePrice: reserved.resale ? { oneOffCents: reserved.resale.one_off_cents, monthlyCents: reserved.resale.monthly_cents } : null,
    operations: operationsOf(parts, today),
    runningOrder: runningOrderOf(parts, today),
    actors: actorsOf(parts),
    commitments: commitmentsOf(parts, reserved, today),
    services: parts.services.map((service) => ({
      reference: service.reference,
      name: service.name,
      kind: service.kind,
      state: service.state === 'closed' ? 'closed' : 'active',
      site: service.site,
      createdOn: service.created_on,
      closedOn: service.closed_on,
      accountcode: codes.get(service.id) ?? null,
    })),
    serviceCount: parts.services[0]?.total ?? 0,
    sheets: presentSheets(
      { id: contract.offer_version_id, name: { fr: contract.offer_name, en: contract.offer_name_en } },
      parts.sheets,
      scope.language,
    ),
    documents: parts.documents.map((document) => ({
      id: document.id,
      kind: document.kind,
      name: document.name,
      mediaType: document.media_type,
      size: document.size,
      orderReference: document.order_reference,
      createdAt: document.created_at.toISOString(),
      createdBy: document.created_by_name,
      internal: document.internal,
    })),
    termination: termination
      ? presentTermination(
          termination,
          termination.order_reference,
          reserved.terminationAmounts?.find((row) => row.termination_id === termination.id) ?? null,
        )
      : null,
    additions: parts.additions
      .filter(({ universes }) => universes.includes(sellsAs(scope, contract)))
      .map(({ code, name, name_en: en }) => ({ code, name: { fr: name, en } })),
    version: contract.version,
    terminationRefusal: refusal,
    waitsForOrder:
      contract.state === 'active' && running !== undefined && (mayOrder(scope, contract) || mayAskTermination(scope, contract)),
    abilities: {
      terminate: refusal === null && scope.universe !== 'carrier',
      withdrawTermination: termination ? mayWithdraw(scope, contract, { ...asShown, effectiveOn: termination.effective_on }, today) : false,
      enterTermination: refusal === null && mayEnterTermination(scope),
      attachLetter: (termination?.state === 'pending' || termination?.state === 'effective') && mayEnterTermination(scope),
      addTo: mayChange(scope, contract),
      modify: mayChange(scope, contract) && contract.definition.characteristics.length > 0,
      readAccountcodes: scope.universe !== 'client',
    },
  }
}
