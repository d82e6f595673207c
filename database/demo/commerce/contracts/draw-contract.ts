import { quantityOf } from '#api/catalog/rules/characteristics'
import type { PriceList } from '#api/catalog/rules/offer-definition'
import { type PricedOffer, priceOf } from '#api/catalog/rules/pricing'
import { addDays } from '#api/rules/civil-date'
import type { SubscriptionState } from '#api/subscriptions/list/subscription-list'
import { servicesOf } from '../../../../server/domains/services/create-services.ts'
import { chanceOf } from '../../chance.ts'
import { demoId } from '../../identifiers.ts'
import type { Person } from './customers.ts'
import type { DemoContract, Plan, Story } from './demo-contract.ts'
import { additionOf, creationOf, type Drawing, earlier, versionOn } from './draw-orders.ts'
import { terminationOf } from './draw-termination.ts'
import { kinds, room } from './row-ids.ts'
import { sampleValues } from './sample-values.ts'

const stateOf: Readonly<Record<Story, SubscriptionState>> = {
  delivered: 'active',
  extended: 'active',
  extending: 'active',
  taken_over: 'active',
  awaiting: 'creating',
  submitted: 'creating',
  delivering: 'creating',
  cancelled_by_client: 'abandoned',
  cancelled: 'abandoned',
  impossible: 'abandoned',
  terminating: 'termination_requested',
  withdrawn: 'active',
  terminated: 'terminated',
}

const together = (first: PricedOffer, second: PricedOffer | undefined): PricedOffer =>
  second
    ? {
        ...first,
        lines: [...first.lines, ...second.lines],
        oneOffCents: first.oneOffCents + second.oneOffCents,
        monthlyCents: first.monthlyCents + second.monthlyCents,
      }
    : first

/** Everything of one contract; the same plan gives the same contract. */
export const drawContract = (plan: Plan, today: string, pilots: readonly Person[]): DemoContract => {
  const chance = chanceOf(plan.index * 7919 + 13)
  const { customer, offer, story } = plan
  const [carrier] = pilots
  if (!carrier) throw new Error('Nobody pilots.')
  const list: PriceList = customer.operatorId === null ? 'public' : 'wholesale'
  const drawing: Drawing = { plan, chance, today, list, carrier }
  const version = versionOn(offer, plan.placedOn, today)
  const values = sampleValues(offer.definition, customer, chance, plan.values)
  const months = plan.months ?? chance.pick(offer.definition.commitments).months
  const priced = priceOf(version.prices[list], offer.definition, values, months)
  const state = stateOf[story]
  const wasDelivered = state !== 'creating' && state !== 'abandoned'
  const took = offer.definition.leadTimeDays + chance.between(-3, 14)
  const deliveredOn = wasDelivered ? (plan.deliveredOn ?? earlier(addDays(plan.placedOn, Math.max(2, took)), addDays(today, -1))) : null
  const creation = creationOf(drawing, version, values, months, priced, deliveredOn, pilots)
  const addition = story === 'extended' || story === 'extending' ? additionOf(drawing, creation, pilots, story === 'extended') : null
  const leaves = story === 'terminating' || story === 'withdrawn' || story === 'terminated'
  const termination = leaves && deliveredOn !== null ? terminationOf(drawing, creation, priced, deliveredOn) : null
  const kept = addition?.order.state === 'delivered' ? addition : null
  const at = customer.sites[(plan.site ?? chance.between(0, 7)) % customer.sites.length] ?? customer.sites[0]
  if (!at) throw new Error(`${customer.reference} has no site.`)
  const siteIds = plan.everySite ? [at.id, ...customer.sites.filter((site) => site.id !== at.id).map((site) => site.id)] : [at.id]
  const { quantityKey } = offer.definition
  const all = kept && quantityKey !== undefined ? { ...values, [quantityKey]: kept.order.quantityAfter } : values
  const contract = { siteId: at.id, siteIds, values: all }
  const told = story === 'taken_over' ? [] : [creation, ...(addition ? [addition.order] : []), ...(termination ? [termination.order] : [])]
  return {
    id: demoId(kinds.contract, plan.index),
    plan,
    list,
    version,
    siteId: at.id,
    siteIds,
    city: at.city,
    values: all,
    quantity: quantityOf(offer.definition, all),
    months,
    state,
    deliveredOn,
    terminatedOn: termination?.state === 'effective' ? termination.effectiveOn : null,
    priced: together(priced, kept?.priced),
    orders: told,
    termination,
    commitments:
      deliveredOn !== null && months > 0
        ? [
            {
              label: offer.name.fr,
              startsOn: deliveredOn,
              months,
              monthlyCents: priced.monthlyCents,
              orderId: told.length > 0 ? creation.id : null,
            },
          ]
        : [],
    services: wasDelivered ? servicesOf(offer.definition, contract).slice(0, room.services) : [],
  }
}
