import { commitmentEnd, remainingMonths } from '#api/catalog/rules/commitment/commitment-period'
import { enforceableMonths } from '#api/catalog/rules/commitment/long-commitment'
import type { Subscription } from '#api/orders/contract/contract'
import { addDays } from '#api/rules/civil-date'
import { isRunning } from '#api/subscriptions/rules/operations'
import { isStepLate, whenOf } from '#api/subscriptions/rules/when'
import type { Universe } from '#api/universes'
import { dayOf } from '../../../platform/clock.ts'
import { holds, type Scope } from '../../../platform/context.ts'
import type { RowsOf } from '../../../platform/db/query.ts'
import { presentSheets } from '../../catalog/sheets/offer-sheets.ts'
import { presentRow } from '../../subscriptions/present-row.ts'
import { whenFacts } from '../reading/order.presenter.ts'
import { formInWords } from '../reading/order-words.ts'
import { mayEnterTermination, mayWithdraw, terminationRefusal } from '../termination/termination.policy.ts'
import { presentTermination } from '../termination/termination.presenter.ts'
import type * as contracts from './contract.repository.ts'

type Rows<K extends keyof typeof contracts> = (typeof contracts)[K] extends (reference: string) => infer Q ? RowsOf<Q> : never

export interface ContractParts {
  readonly contract: contracts.ContractRecord
  readonly sites: Rows<'sites'>
  readonly operations: Rows<'operations'>
  readonly steps: Rows<'runningSteps'>
  readonly commitments: Rows<'commitments'>
  readonly services: Rows<'services'>
  readonly documents: Rows<'documents'>
  readonly sheets: Rows<'sheets'>
  readonly termination: Rows<'termination'>[number] | undefined
  readonly additions: Rows<'additions'>
  readonly seller: Rows<'seller'>[number] | undefined
}

/** What only some readers are given; null: the database refuses it to this one. */
export interface ReservedParts {
  readonly prices: Rows<'prices'>[number] | undefined | null
  readonly commitmentAmounts: Rows<'commitmentAmounts'> | null
  readonly terminationAmounts: Rows<'terminationAmounts'> | null
  readonly accountcodes: Rows<'accountcodes'> | null
  readonly resale: Rows<'resalePrice'>[number] | undefined | null
}

/** Months that a commitment covers, started ones included: fewer than were agreed when another one replaced it, none when that was at once. */
const monthsCovered = ({ starts_on: startsOn, ends_on: endsOn }: Rows<'commitments'>[number]): number =>
  remainingMonths(addDays(startsOn, -1), endsOn)

const costsOf = ({ commitments }: ContractParts, { prices, commitmentAmounts }: ReservedParts): Subscription['costs'] => {
  if (!prices) return null
  const fees = new Map(commitmentAmounts?.map((row) => [row.commitment_id, row.monthly_cents]))
  return {
    oneOffCents: prices.one_off_cents,
    monthlyCents: prices.monthly_cents,
    terminationCents: prices.termination_cents,
    commitmentTotalCents: commitments.reduce((sum, row) => sum + monthsCovered(row) * (fees.get(row.id) ?? 0), prices.one_off_cents),
    lines: prices.lines,
  }
}

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

/** Changes a contract that runs, while nothing else does on it: whoever may fill a basket for it. */
const mayChange = (scope: Scope, contract: contracts.ContractRecord): boolean => {
  const isFree = contract.last_order_state === null || !isRunning(contract.last_order_state)
  if (scope.readOnly || contract.state !== 'active' || !isFree) return false
  if (scope.universe === 'carrier') return holds(scope, 'carrier.pilot') || holds(scope, 'carrier.administer')
  return contract.site_ids.every((siteId) => holds(scope, 'orders.manage', siteId))
}

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

/** The day after which the law frees a small company that did not accept more; null when the whole commitment binds. */
const enforceableUntil = (
  contract: contracts.ContractRecord,
  { starts_on: startsOn, ends_on: endsOn, months }: Rows<'commitments'>[number],
): string | null => {
  const held = enforceableMonths(months, { size: contract.company_size, hasWaived: contract.long_commitment_waiver })
  const until = commitmentEnd(startsOn, held)
  return until < endsOn ? until : null
}

/** A contracted offer, as this reader may see it. */
export const presentContract = (scope: Scope, now: Date, parts: ContractParts, reserved: ReservedParts): Subscription => {
  const { contract, sites, termination } = parts
  const commitments = parts.commitments.filter((row) => monthsCovered(row) > 0)
  const today = dayOf(now).toString()
  const running = runningOf(parts.operations)
  const codes = new Map(reserved.accountcodes?.map(({ service_id: id, number }) => [id, number]))
  const fees = new Map(reserved.commitmentAmounts?.map((row) => [row.commitment_id, row.monthly_cents]))
  const refusal = terminationRefusal(scope, contract)
  const asShown = { state: termination?.state ?? '', origin: termination?.origin ?? 'portal' }
  return {
    ...presentRow({ ...contract, running: running ? whenFacts(running) : null }, today),
    offer: { code: contract.offer_code, name: { fr: contract.offer_name, en: contract.offer_name_en } },
    clientPhone: contract.company_phone,
    site: sites.find(({ id }) => id === contract.site_id) ??
      sites[0] ?? { id: contract.site_id, name: '', street: '', postcode: '', city: contract.city },
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
    commitments: commitments.map((row) => ({
      label: row.label,
      orderReference: row.order_reference,
      startsOn: row.starts_on,
      months: monthsCovered(row),
      endsOn: row.ends_on,
      remainingMonths: row.starts_on > today ? monthsCovered(row) : remainingMonths(today, row.ends_on),
      enforceableUntil: enforceableUntil(contract, row),
      monthlyCents: fees.get(row.id) ?? null,
    })),
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
