import { addDays, compareDates } from '#api/rules/civil-date'
import { type Chance, chanceOf } from '../../chance.ts'
import { demoOffers } from '../catalogue/load-catalogue.ts'
import type { DemoOffer } from '../catalogue/offer-parts.ts'
import type { Customer, Person } from './customers.ts'
import type { Plan, Story } from './demo-contract.ts'

/** Who contracted what, when, and what became of it. */

export const offerOf = (code: string): DemoOffer => {
  const found = demoOffers.find((offer) => offer.code === code)
  if (!found) throw new Error(`No offer ${code}.`)
  return found
}

/** Contracts that the guides show, all of « Ma Société »; plus those that its services, bills and conversations rest on. */
export const namedPlans = (customer: Customer, today: string, pilots: readonly Person[], from: number): Plan[] => {
  const [celine = null] = pilots
  const days = (before: number) => addDays(today, -before)
  const base = { customer, site: 0 }
  const plans: readonly Omit<Plan, 'index'>[] = [
    {
      ...base,
      number: 11_244,
      offer: offerOf('TRUNK-SIP'),
      story: 'taken_over',
      placedOn: '2012-10-02',
      deliveredOn: '2012-11-12',
      values: { channels: 4, plan: 'per_minute', numbers: 'new', authentication: 'registration', overflow: false },
      months: 36,
    },
    { ...base, number: 39_610, orderNumber: 17, offer: offerOf('ADSL-VDSL'), story: 'delivered', placedOn: days(760), site: 1, months: 12 },
    {
      ...base,
      number: 39_724,
      orderNumber: 18,
      offer: offerOf('TRUNK-SIP'),
      story: 'delivered',
      placedOn: days(520),
      values: {
        channels: 8,
        plan: 'fixed_mobile',
        numbers: 'new',
        authentication: 'address',
        pbx_address: '192.0.2.10',
        overflow: true,
        overflow_number: '+33199001299',
      },
      months: 36,
    },
    {
      ...base,
      number: 39_877,
      orderNumber: 19,
      offer: offerOf('METACENTREX'),
      story: 'delivered',
      placedOn: days(400),
      everySite: true,
      values: { simple_licences: 9, switchboard_licences: 1, ivr_licences: 1, fax_licences: 2, plan: 'fixed_mobile', recording: false },
      months: 36,
    },
    {
      ...base,
      number: 40_478,
      orderNumber: 21,
      offer: offerOf('FIBRE-ENTREPRISE'),
      story: 'submitted',
      placedOn: days(4),
      months: 36,
      pilot: null,
    },
    {
      ...base,
      number: 40_479,
      orderNumber: 22,
      offer: offerOf('FIBRE-ENTREPRISE'),
      story: 'delivering',
      placedOn: days(24),
      months: 36,
      pilot: celine,
    },
    {
      ...base,
      number: 40_480,
      orderNumber: 23,
      offer: offerOf('NUMERIS-T0'),
      story: 'cancelled_by_client',
      placedOn: days(20),
      months: 12,
      pilot: null,
    },
    {
      ...base,
      number: 40_482,
      orderNumber: 25,
      offer: offerOf('MYCLOUD3CX'),
      story: 'delivering',
      placedOn: days(5),
      months: 36,
      pilot: celine,
    },
  ]
  return plans.map((plan, index) => ({ ...plan, index: from + index }))
}

const weighted = <T>(chance: Chance, choices: readonly (readonly [T, number])[]): T => {
  let left = chance.next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [value, weight] of choices) {
    left -= weight
    if (left < 0) return value
  }
  const [last] = choices.at(-1) ?? []
  if (last === undefined) throw new Error('Nothing to pick from.')
  return last
}

const popularity: readonly (readonly [string, number])[] = [
  ['FIBRE-ENTREPRISE', 14],
  ['FTTH-PRO', 14],
  ['ADSL-VDSL', 9],
  ['SDSL', 3],
  ['MOBILE-INTERNET', 5],
  ['METACENTREX', 10],
  ['MYCLOUD3CX', 7],
  ['TRUNK-SIP', 13],
  ['IP-LINE', 4],
  ['SPECIAL-NUMBER', 2],
  ['NUMERIS-T0', 4],
  ['NUMERIS-T2', 2],
  ['ANALOGUE-LINE', 5],
  ['TEAM-MEETINGS', 3],
  ['FAX-BY-MAIL', 3],
  ['BACKUP', 3],
  ['VIRTUAL-SERVER', 3],
  ['MOBILE-VOICE', 9],
  ['MOBILE-DATA', 3],
  ['M2M-SIM', 1],
  ['IP-PHONES', 5],
  ['MANAGED-ROUTER', 4],
  ['MANAGED-WIFI', 3],
]
const withAdditions = new Set(['TRUNK-SIP', 'METACENTREX', 'MYCLOUD3CX', 'MOBILE-VOICE'])

const settled: readonly (readonly [Story, number])[] = [
  ['delivered', 60],
  ['extended', 9],
  ['extending', 5],
  ['taken_over', 6],
  ['terminated', 9],
  ['terminating', 6],
  ['withdrawn', 2],
  ['cancelled_by_client', 2],
  ['cancelled', 4],
  ['impossible', 2],
]
const recent: readonly (readonly [Story, number])[] = [
  ['delivering', 68],
  ['submitted', 24],
  ['awaiting', 8],
]

/** Running orders: two fifths of a small demonstration, what a queue holds of a large one. */
const runningShare = (total: number): number => Math.min(Math.round(total * 0.4), 5000)
const oldestDays = 3200
/** Settled ones are older than this, running ones younger. */
const turnDays = 75

/** Number of the contract at a place: older contracts have smaller ones. */
const numberAt = (index: number, total: number): number => (total <= 400 ? 40_000 : 1_000_000) + index

/** The contract at a place of a demonstration of that many: places follow time. */
export const planAt = (index: number, total: number, customers: readonly Customer[], today: string): Plan => {
  const chance = chanceOf(index * 104_729 + 7)
  const customer = chance.pick(customers)
  const running = runningShare(total)
  const settledCount = total - running
  const isRecent = index >= settledCount
  let story = weighted(chance, isRecent ? recent : settled)
  const daysAgo = isRecent
    ? Math.max(1, Math.round(turnDays * (1 - (index - settledCount) / Math.max(1, running))))
    : Math.round(turnDays + 5 + (oldestDays - turnDays) * (1 - index / settledCount) ** 2)
  const offer = offerOf(weighted(chance, isRecent ? popularity.filter(([code]) => code !== 'SDSL') : popularity))
  if ((story === 'extended' || story === 'extending') && !withAdditions.has(offer.code)) story = 'delivered'
  // An operator orders for its clients without asking them.
  if (story === 'awaiting' && customer.operatorId !== null) story = 'submitted'
  const wanted = addDays(today, -daysAgo)
  const known = addDays(today, -Math.max(1, customer.createdDaysAgo - 2))
  return {
    index,
    number: numberAt(index, total),
    customer,
    offer,
    story,
    placedOn: compareDates(wanted, known) > 0 ? wanted : known,
    ...(offer.definition.sites === 'several' && chance.happens(0.5) ? { everySite: true as const } : {}),
  }
}
