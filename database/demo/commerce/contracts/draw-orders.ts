import { quantityOf } from '#api/catalog/rules/characteristics'
import type { CharacteristicValues, PriceList } from '#api/catalog/rules/offer-definition'
import { type PricedOffer, priceOf } from '#api/catalog/rules/pricing'
import { addDays, compareDates } from '#api/rules/civil-date'
import { nextWorkingDay } from '#api/rules/working-day'
import type { Chance } from '../../chance.ts'
import { demoId } from '../../identifiers.ts'
import { type DemoVersion, demoOffers, demoVersions } from '../catalogue/load-catalogue.ts'
import type { DemoOffer } from '../catalogue/offer-parts.ts'
import type { Customer, Person } from './customers.ts'
import type { DemoItem, DemoOrder, Plan, Story } from './demo-contract.ts'
import { doneSteps, runningSteps, waitingSteps } from './draw-steps.ts'
import { kinds, room } from './row-ids.ts'
import { sampleValues } from './sample-values.ts'

// Made once: a large demonstration asks a million times.
const known = new Map<string, DemoVersion[]>()
export const versionOn = (offer: DemoOffer, day: string, today: string): DemoVersion => {
  const key = `${offer.code} ${today}`
  const versions = known.get(key) ?? demoVersions(offer, today)
  known.set(key, versions)
  const found = versions.find((version) => compareDates(version.validFrom, day) <= 0 && (version.validUntil ?? '9999-12-31') >= day)
  const [first] = versions
  const chosen = found ?? first
  if (!chosen) throw new Error(`${offer.code} has no version.`)
  return chosen
}

export const earlier = (a: string, b: string): string => (compareDates(a, b) < 0 ? a : b)

const itemsOf = (priced: PricedOffer, action: 'add' | 'modify' = 'add', before: number | null = null): DemoItem[] =>
  priced.lines.slice(0, room.items).map((line) => ({
    action,
    item: line.item,
    label: line.label,
    before,
    after: Number.isInteger(line.quantity) ? line.quantity : 1,
    oneOffCents: line.unitOneOffCents,
    monthlyCents: line.unitMonthlyCents,
  }))

const closings = {
  cancelled_by_client: ["Le projet est reporté à l'an prochain.", 'Nous gardons notre installation actuelle.'],
  cancelled: ['Commande en double, remplacée par une autre.', 'Pièces demandées non reçues après trois relances.'],
  impossible: ["L'adduction du bâtiment est refusée par le propriétaire.", 'Commune fermée au cuivre : la fibre est proposée à la place.'],
} as const

const remarks = [
  'Bonjour, merci de prévenir l’accueil la veille du passage du technicien.',
  'Le technicien est attendu entre 9 h et 11 h, parking dans la cour.',
  'Nous avons reçu le matériel, il est au secrétariat.',
  'La date convient à notre client.',
] as const

const placer = (customer: Customer, story: Story, chance: Chance, carrier: Person): Person => {
  if (story === 'awaiting')
    return customer.partner?.universe === 'ambassador' ? customer.partner : { ...carrier, name: `${carrier.name} (exploitant)` }
  if (customer.partner?.universe === 'operator') return customer.partner
  return customer.partner && chance.happens(0.3) ? customer.partner : customer.administrator
}

export interface Drawing {
  readonly plan: Plan
  readonly chance: Chance
  readonly today: string
  readonly list: PriceList
  readonly carrier: Person
}

export const creationOf = (
  { plan, chance, today, carrier }: Drawing,
  version: DemoVersion,
  values: CharacteristicValues,
  months: number,
  priced: PricedOffer,
  deliveredOn: string | null,
  pilots: readonly Person[],
): DemoOrder => {
  const { definition } = plan.offer
  const state = (
    {
      awaiting: 'awaiting_client',
      submitted: 'submitted',
      delivering: 'in_delivery',
      cancelled_by_client: 'cancelled_by_client',
      cancelled: 'cancelled',
      impossible: 'impossible',
    } as const
  )[plan.story as string as 'awaiting'] as DemoOrder['state'] | undefined
  const orderState = state ?? 'delivered'
  const taken =
    orderState === 'in_delivery'
      ? chance.happens(0.9)
      : orderState === 'submitted'
        ? chance.happens(0.35)
        : orderState === 'delivered' || orderState === 'impossible'
  const pilot = plan.pilot !== undefined ? plan.pilot : taken ? chance.pick(pilots) : null
  const drawnPlacer = placer(plan.customer, plan.story, chance, carrier)
  const placedBy = plan.placedBy ?? drawnPlacer
  const closedOn = ['cancelled_by_client', 'cancelled', 'impossible'].includes(orderState)
    ? earlier(addDays(plan.placedOn, chance.between(1, 12)), addDays(today, -1))
    : deliveredOn
  const steps =
    orderState === 'in_delivery'
      ? runningSteps(definition, plan.placedOn, today, pilot, chance)
      : orderState === 'submitted'
        ? waitingSteps(definition, plan.placedOn, today)
        : orderState === 'delivered' && deliveredOn !== null
          ? doneSteps(definition, plan.placedOn, deliveredOn, pilot)
          : []
  const running = orderState === 'in_delivery'
  return {
    id: demoId(kinds.order, plan.index * room.orders),
    number: plan.orderNumber ?? 100 + plan.index * 3,
    kind: 'creation',
    state: orderState,
    offer: plan.offer,
    version,
    values,
    quantityBefore: null,
    quantityAfter: quantityOf(definition, values),
    months,
    placedOn: plan.placedOn,
    placedBy,
    submitted: orderState !== 'awaiting_client',
    wishedOn: chance.happens(0.4) ? addDays(plan.placedOn, definition.leadTimeDays + chance.between(0, 20)) : null,
    pilot,
    plannedOn: running ? (steps.at(-1)?.plannedOn ?? null) : null,
    deliveredOn,
    closedOn,
    closingReason: orderState in closings ? chance.pick(closings[orderState as keyof typeof closings]) : null,
    items: itemsOf(priced),
    steps,
    comments:
      running && chance.happens(0.5)
        ? [
            {
              on: addDays(today, -chance.between(1, 5)),
              author: plan.customer.administrator.name,
              universe: 'client',
              body: chance.pick(remarks),
            },
            ...(pilot ? [{ on: today, author: `${pilot.name} (exploitant)`, universe: 'carrier', body: 'C’est noté, merci.' }] : []),
          ].map((remark) => ({ ...remark, on: earlier(remark.on, addDays(today, -1)) }))
        : [],
    notes:
      running && pilot && chance.happens(0.3)
        ? [
            {
              on: addDays(today, -1),
              author: pilot.name,
              universe: 'carrier',
              body: 'Relancer l’opérateur d’infrastructure si rien vendredi.',
            },
          ]
        : [],
  }
}

/** An addition to a contract, delivered or running. */
export const additionOf = (
  drawing: Drawing,
  creation: DemoOrder,
  pilots: readonly Person[],
  delivered: boolean,
): { order: DemoOrder; priced: PricedOffer } | null => {
  const { plan, chance, today, list } = drawing
  const offer = demoOffers.find(
    (candidate) =>
      candidate.addsTo?.includes(plan.offer.code) &&
      candidate.definition.quantityKey !== undefined &&
      candidate.definition.quantityKey === plan.offer.definition.quantityKey,
  )
  if (!offer || creation.deliveredOn === null) return null
  const placedOn = delivered
    ? earlier(addDays(creation.deliveredOn, chance.between(20, 200)), addDays(today, -8))
    : addDays(today, -chance.between(1, 6))
  const version = versionOn(offer, placedOn, today)
  const values = sampleValues(offer.definition, plan.customer, chance)
  const priced = priceOf(version.prices[list], offer.definition, values, 0)
  const pilot = chance.pick(pilots)
  const deliveredOn = delivered ? earlier(addDays(placedOn, chance.between(2, 7)), addDays(today, -1)) : null
  const added = quantityOf(offer.definition, values)
  const order: DemoOrder = {
    ...creation,
    id: demoId(kinds.order, plan.index * room.orders + 1),
    number: 101 + plan.index * 3,
    kind: 'addition',
    state: delivered ? 'delivered' : 'in_delivery',
    offer,
    version,
    values,
    quantityBefore: creation.quantityAfter,
    quantityAfter: creation.quantityAfter + added,
    months: 0,
    placedOn,
    wishedOn: null,
    pilot,
    plannedOn: delivered ? null : nextWorkingDay(addDays(today, 2)),
    deliveredOn,
    closedOn: deliveredOn,
    items: itemsOf(priced),
    steps: deliveredOn
      ? doneSteps(offer.definition, placedOn, deliveredOn, pilot)
      : runningSteps(offer.definition, placedOn, today, pilot, chance),
    comments: [],
    notes: [],
  }
  return { order, priced }
}
