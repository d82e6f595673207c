import type pg from 'pg'
import { addDays } from '#api/rules/civil-date'
import { dayOf } from '../../../../server/platform/clock.ts'
import { demoId } from '../../identifiers.ts'
import type { Step } from '../../parts.ts'
import { copyRows } from '../../table-copy.ts'
import { offerOf } from './contract-plans.ts'
import { contractLoad, contractLoads } from './contract-rows.ts'
import { type Customer, customersOf, pilots } from './customers.ts'
import type { Plan } from './demo-contract.ts'
import { drawContract } from './draw-contract.ts'
import { acceptLongCommitments, advanceSequences, freezeVersions, largeFrom, linkOrders, rowsOf, usualContracts } from './load-contracts.ts'
import { kinds } from './row-ids.ts'
import { at, tenant, tenantColumns } from './row-parts.ts'

/** What one basket became: orders of one moment, entered by the ambassador. */
interface Group {
  readonly customer: Customer
  readonly placedOn: string
  /** The client's go; null while it waits. */
  readonly validatedOn: string | null
  readonly plans: readonly Plan[]
}

/** Places after those of the named contracts; numbers between those of the others and those of the guides. */
const placesAfter = 20
const firstContract = 40_300
const firstOrder = 26

/**
 * « Ma Société » has a backup of its Bordeaux access to validate, with the Wi-Fi that goes with it; « Client 1 » validated what opens its second
 * office.
 */
const groups = (customers: readonly Customer[], today: string, total: number): Group[] => {
  let place = 0
  const group = (
    company: number,
    days: { readonly placed: number; readonly validated: number | null },
    wanted: readonly Pick<Plan, 'offer' | 'site' | 'values' | 'months'>[],
  ): Group[] => {
    const customer = customers.find(({ number }) => number === company)
    if (!customer?.partner) return []
    const { partner } = customer
    const placedOn = addDays(today, -days.placed)
    const validatedOn = days.validated === null ? null : addDays(today, -days.validated)
    const plans = wanted.map((one): Plan => {
      place += 1
      return {
        ...one,
        index: total + placesAfter + place,
        number: firstContract + place,
        orderNumber: firstOrder + place - 1,
        customer,
        story: validatedOn === null ? 'awaiting' : 'submitted',
        placedOn,
        placedBy: partner,
        pilot: null,
      }
    })
    return [{ customer, placedOn, validatedOn, plans }]
  }
  return [
    ...group(2, { placed: 1, validated: null }, [
      {
        offer: offerOf('MOBILE-INTERNET'),
        site: 1,
        values: { use: 'backup', backed_up: 'OC39610', data: '50g', outdoor_antenna: false },
        months: 24,
      },
      { offer: offerOf('MANAGED-WIFI'), site: 1, months: 36 },
    ]),
    ...group(14, { placed: 4, validated: 2 }, [
      { offer: offerOf('FTTH-PRO'), site: 0, months: 24 },
      { offer: offerOf('MANAGED-ROUTER'), site: 0, months: 24 },
      { offer: offerOf('IP-PHONES'), site: 0 },
    ]),
  ]
}

const writeGroup = async (client: pg.Client, group: Group, rank: number, today: string): Promise<void> => {
  const { customer, placedOn, validatedOn, plans } = group
  const crew = pilots()
  const contracts = plans.map((plan) => drawContract(plan, today, crew))
  const [first] = contracts
  const by = first?.plan.placedBy
  if (!first || !by) return
  const [basket, batch] = [demoId(kinds.basket, rank), demoId(kinds.batch, rank)]
  const placedAt = at(placedOn)
  await copyRows(
    client,
    'baskets',
    ['id', ...tenantColumns, 'user_id', 'universe', 'state', 'updated_at'],
    [[basket, ...tenant(first), by.userId, by.universe, 'ordered', placedAt]],
  )
  await client.query(
    `insert into order_batches (id, basket_id, company_id, payer_id, placed_at, placed_by_user_id, placed_by_name, placed_universe,
       terms_version, terms_accepted_at, terms_accepted_by, terms_accepted_ip)
     select $1, $2, $3, $4, $5, $6, $7, $8, t.version, case when t.version is not null then $9::timestamptz end,
       case when t.version is not null then $10 end, case when t.version is not null then '192.0.2.10' end
     from (select) one left join (select version from sale_terms_versions where $9::text is not null order by published_at desc limit 1) t on true`,
    [
      batch,
      basket,
      customer.id,
      customer.payerId,
      placedAt,
      by.userId,
      by.name,
      by.universe,
      validatedOn && at(validatedOn, 9),
      validatedOn && customer.administrator.name,
    ],
  )
  for (const load of [contractLoad(false), ...contractLoads]) await copyRows(client, load.table, load.columns, rowsOf(load, contracts))
  await client.query('update orders set batch_id = $1, submitted_at = $2 where id = any ($3::uuid[])', [
    batch,
    validatedOn && at(validatedOn, 9),
    contracts.flatMap(({ orders }) => orders.map(({ id }) => id)),
  ])
}

const askForPapers = `
  select app.add_job('orders.write_paper', json_build_object('orderId', id, 'paper', 'order_form'), 'demonstration ' || id || 'order_form', null, null)
  from orders where batch_id = any ($1::uuid[]) and submitted_at is not null`

/** Orders placed together: one that waits for its client, one that it validated. */
export const loadGroupedOrders: Step = async (client, options) => {
  const total = options.contracts ?? usualContracts
  if (total >= largeFrom) return
  const today = dayOf(options.now).toString()
  const wanted = groups(customersOf(Math.min(options.companies ?? 40, 40)), today, total)
  for (const [index, group] of wanted.entries()) await writeGroup(client, group, index + 1, today)
  await client.query(linkOrders)
  await client.query(freezeVersions)
  await client.query(acceptLongCommitments)
  await client.query(advanceSequences)
  await client.query(askForPapers, [wanted.map((_, index) => demoId(kinds.batch, index + 1))])
}
