import type pg from 'pg'
import { dayOf } from '../../../../server/platform/clock.ts'
import type { Step } from '../../parts.ts'
import { restIndexes } from '../../rest-indexes.ts'
import { restTriggers } from '../../rest-triggers.ts'
import { copyRows } from '../../table-copy.ts'
import { namedPlans, planAt } from './contract-plans.ts'
import { contractLoad, contractLoads } from './contract-rows.ts'
import { customersOf, pilots } from './customers.ts'
import type { DemoContract } from './demo-contract.ts'
import { drawContract } from './draw-contract.ts'
import type { ContractLoad } from './row-parts.ts'

export const usualContracts = 250
/** Beyond, triggers rest, and what is over is told by its contract alone: lists and queues are measured on such a demonstration. */
export const largeFrom = 2000

/** Of a large demonstration: the history of what is over is left out, and a contract has two services at most. */
const thinned = (contract: DemoContract): DemoContract => ({
  ...contract,
  services: contract.services.slice(0, 2),
  orders: contract.orders.map((order) =>
    ['submitted', 'in_delivery', 'awaiting_client'].includes(order.state) ? order : { ...order, items: order.items.slice(0, 1), steps: [] },
  ),
})

const batchSize = 10_000
/** Contracts are drawn once and written table by table; memory stays flat. */
const batches = function* (contracts: Iterable<DemoContract>): Generator<DemoContract[]> {
  let batch: DemoContract[] = []
  for (const contract of contracts) {
    batch.push(contract)
    if (batch.length === batchSize) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}
export const rowsOf = function* (load: ContractLoad, batch: readonly DemoContract[]) {
  for (const contract of batch) yield* load.rows(contract)
}

export const linkOrders = `update subscriptions s set last_order_id = o.id from orders o where o.number = s.last_order_number and s.last_order_id is null`

const followSteps = `select app.follow_steps(array(select id from orders where state in ('submitted', 'in_delivery')))`

export const freezeVersions = `update offer_versions v set first_ordered_at = o.first
  from (select offer_version_id, min(placed_at) as first from orders group by 1) o where o.offer_version_id = v.id and v.first_ordered_at is null`

/** Small companies that took a long commitment had to accept it expressly. */
export const acceptLongCommitments = `update subscriptions s set long_commitment_waiver = true from companies c
  where c.id = s.company_id and c.size in ('micro', 'small', 'nonprofit')
    and exists (select from commitments k where k.subscription_id = s.id and k.months > 24)`

export const advanceSequences = `
  select setval('subscription_number_seq', (select greatest(100, max(number)) from subscriptions)),
    setval('order_number_seq', (select greatest(100, max(number)) from orders)),
    setval('service_number_seq', (select greatest(1000, max(number)) from services)),
    setval('accountcode_number_seq', (select greatest(100000, max(number)) from accountcodes))`

/** Order forms and delivery notes of the companies that people look at first: the worker writes them once the portal is ready. */
const askForPapers = `
  select app.add_job('orders.write_paper', json_build_object('orderId', o.id, 'paper', p.paper), 'demonstration ' || o.id || p.paper, null, null)
  from orders o join companies c on c.id = o.company_id and c.number <= 15
    cross join (values ('order_form'), ('delivery_note')) as p (paper)
  where o.kind <> 'termination' and o.submitted_at is not null and (p.paper = 'order_form' or o.state = 'delivered')`

/** How long offers usually take, which the worker otherwise computes at night. */
const askForDeliveryTimes = `
  select app.add_job('orders.delivery_times', json_build_object('dueAt', $1::text, 'since', $1::text), 'demonstration delivery times', null, null)`

const tables = ['subscriptions', ...contractLoads.map((load) => load.table)]

/** Contracts in every state with their orders, deliveries, services and terminations, from the oldest to those asked for yesterday. */
export const loadContracts: Step = async (client: pg.Client, options) => {
  const today = dayOf(options.now).toString()
  const total = options.contracts ?? usualContracts
  const size = options.companies ?? 40
  const customers = customersOf(size)
  const crew = pilots()
  const own = customers.find((customer) => customer.number === 2)
  const others = customers.filter((customer) => customer.number !== 2)
  const named = own ? namedPlans(own, today, crew, total) : []
  const large = total >= largeFrom
  const contracts = function* (): Generator<DemoContract> {
    for (const plan of named) yield drawContract(plan, today, crew)
    for (let index = 0; index < total - named.length; index++) {
      const contract = drawContract(planAt(index, total, others, today), today, crew)
      yield large ? thinned(contract) : contract
    }
  }
  const wake = large ? await restTriggers(client, tables) : null
  const buildIndexes = large ? await restIndexes(client, tables) : null
  const loads = [contractLoad(wake?.bare ?? false), ...contractLoads]
  for (const batch of batches(contracts())) for (const load of loads) await copyRows(client, load.table, load.columns, rowsOf(load, batch))
  await buildIndexes?.()
  if (wake) {
    await wake.up()
    await client.query(followSteps)
  }
  if (!wake?.bare) await client.query(linkOrders)
  await client.query(freezeVersions)
  await client.query(acceptLongCommitments)
  await client.query(advanceSequences)
  if (large) await client.query('select app.rebuild_search()')
  else await client.query(askForPapers)
  await client.query(askForDeliveryTimes, [options.now.toISOString()])
}

const askForNotices = `
  select app.add_job('orders.write_paper', json_build_object('orderId', t.order_id, 'paper', 'termination_notice'),
    'demonstration ' || t.order_id || 'termination_notice', null, null)
  from terminations t join companies c on c.id = t.company_id
  where t.state = 'pending' or t.state = 'effective' and c.number <= 15`

/** Terminations on paper: those to come, and those of the companies that people look at first. The worker writes them once the portal is ready. */
export const askForTerminationNotices: Step = async (client, options) => {
  if ((options.contracts ?? usualContracts) < largeFrom) await client.query(askForNotices)
}
