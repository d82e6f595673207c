import { commitmentEnd } from '#api/catalog/rules/commitment/commitment-period'
import { terminationCost } from '#api/catalog/rules/commitment/termination-cost'
import type { PricedOffer } from '#api/catalog/rules/pricing'
import { addDays, addMonths } from '#api/rules/civil-date'
import { demoId } from '../../identifiers.ts'
import type { DemoItem, DemoOrder, DemoTermination } from './demo-contract.ts'
import type { Drawing } from './draw-orders.ts'
import { kinds, room } from './row-ids.ts'

/** A termination asked for, with its notice and what it costs. */
export const terminationOf = (
  { plan, chance, today }: Drawing,
  creation: DemoOrder,
  priced: PricedOffer,
  startedOn: string,
): DemoTermination => {
  const { notice, penaltyBasisPoints } = plan.offer.definition
  const state = plan.story === 'terminated' ? 'effective' : plan.story === 'withdrawn' ? 'withdrawn' : 'pending'
  const requestedOn = state === 'effective' ? addDays(today, -chance.between(45, 400)) : addDays(today, -chance.between(1, 8))
  const effectiveOn = notice.unit === 'month' ? addMonths(requestedOn, notice.count) : addDays(requestedOn, Math.max(notice.count, 10))
  const commitments =
    creation.months > 0
      ? [
          {
            label: plan.offer.name.fr,
            startsOn: startedOn,
            endsOn: commitmentEnd(startedOn, creation.months),
            monthlyCents: priced.monthlyCents,
          },
        ]
      : []
  const cost = terminationCost(
    { monthlyCents: priced.monthlyCents, oneOffCents: priced.terminationCents, penaltyBasisPoints, commitments, isFree: false },
    effectiveOn,
  )
  const withdrawnOn = state === 'withdrawn' ? addDays(today, -1) : null
  const items: DemoItem[] = [
    { action: 'delete', item: 'base', label: plan.offer.name, before: 1, after: 0, oneOffCents: 0, monthlyCents: priced.monthlyCents },
    ...(cost.oneOffCents > 0
      ? [
          {
            action: 'add' as const,
            item: 'termination',
            label: { fr: 'Frais de résiliation', en: 'Termination fee' },
            before: null,
            after: 1,
            oneOffCents: cost.oneOffCents,
            monthlyCents: 0,
          },
        ]
      : []),
    ...cost.penalties.map((penalty) => ({
      action: 'add' as const,
      item: 'penalty',
      label: { fr: `Mois restants : ${penalty.label} (${penalty.months})`, en: `Remaining months: ${penalty.label} (${penalty.months})` },
      before: null,
      after: 1,
      oneOffCents: penalty.cents,
      monthlyCents: 0,
    })),
  ]
  const order: DemoOrder = {
    ...creation,
    id: demoId(kinds.order, plan.index * room.orders + 2),
    number: 102 + plan.index * 3,
    kind: 'termination',
    state: state === 'effective' ? 'delivered' : state === 'withdrawn' ? 'cancelled_by_client' : 'submitted',
    quantityBefore: creation.quantityAfter,
    quantityAfter: 0,
    months: 0,
    placedOn: requestedOn,
    wishedOn: effectiveOn,
    pilot: null,
    plannedOn: effectiveOn,
    deliveredOn: state === 'effective' ? effectiveOn : null,
    closedOn: state === 'effective' ? effectiveOn : withdrawnOn,
    closingReason: null,
    items,
    steps: [],
    comments: [],
    notes: [],
  }
  return {
    state,
    order,
    requestedOn,
    effectiveOn,
    billedUntil: cost.billedUntil,
    remainingMonths: cost.remainingMonths,
    oneOffCents: cost.oneOffCents,
    penaltyCents: cost.penaltyCents,
    withdrawnOn,
  }
}
