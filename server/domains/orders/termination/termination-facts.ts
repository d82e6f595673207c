import { sql } from 'kysely'
import type { Reader, Scope } from '../../../platform/context.ts'
import { db, type RowsOf, raw } from '../../../platform/db/query.ts'
import { first, found } from '../../../platform/db/questions.ts'

/** The contract as a termination needs it. */
export const contract = (reference: string) =>
  db
    .selectFrom('subscriptions as s')
    .innerJoin('companies as c', 'c.id', 's.company_id')
    .where('s.reference', '=', reference)
    .selectAll('s')
    .select('c.size as company_size')
export type ContractRecord = RowsOf<ReturnType<typeof contract>>[number]

const idOf = (reference: string) => db.selectFrom('subscriptions').where('reference', '=', reference).select('id')

/** Never under the role of an operator's client: it has no grant on amounts. */
export const prices = (reference: string) =>
  db
    .selectFrom('subscription_prices')
    .where('subscription_id', '=', idOf(reference))
    .select(['one_off_cents', 'monthly_cents', 'termination_cents'])
export const commitments = (reference: string) =>
  db
    .selectFrom('commitments as c')
    .innerJoin('commitment_amounts as a', 'a.commitment_id', 'c.id')
    .where('c.subscription_id', '=', idOf(reference))
    .select(['c.label', 'c.starts_on', 'c.months', 'c.ends_on', 'a.monthly_cents'])
    .orderBy('c.starts_on')
    .orderBy('c.id')

const shownServices = 200
/** What closes with the contract. */
export const services = (reference: string) =>
  db
    .selectFrom('services as v')
    .leftJoin('sites as t', 't.id', 'v.site_id')
    .where('v.subscription_id', '=', idOf(reference))
    .where('v.state', '=', 'active')
    .select(['v.id', 'v.reference', 'v.name', 't.name as site'])
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .orderBy('v.number')
    .limit(shownServices)
/** Only partners and the carrier have a grant on accountcodes. */
export const accountcodes = (reference: string) =>
  db.selectFrom('accountcodes').where('subscription_id', '=', idOf(reference)).select(['service_id', 'number']).limit(1000)

/** Running contracts of the same company that name this one in their form. */
const dependents = (reference: string) =>
  raw<{ reference: string; name: string }>(sql`
    select d.reference, d.name from subscriptions d join subscriptions s on s.reference = ${reference} and d.company_id = s.company_id and d.id <> s.id
    where d.state in ('active', 'termination_requested')
      and exists (select from jsonb_each_text(d.values) given where given.value in (s.id::text, s.reference))
    order by d.number limit 100`)

export const pendingTermination = (subscriptionId: string) =>
  db.selectFrom('terminations').selectAll().where('subscription_id', '=', subscriptionId).where('state', '=', 'pending')

export interface TerminationFacts {
  readonly contract: ContractRecord
  readonly prices: RowsOf<ReturnType<typeof prices>>[number] | undefined
  readonly commitments: RowsOf<ReturnType<typeof commitments>>
  readonly services: RowsOf<ReturnType<typeof services>>
  readonly accountcodes: RowsOf<ReturnType<typeof accountcodes>>
  readonly dependents: readonly { readonly reference: string; readonly name: string }[]
}

/**
 * The facts of a termination, for a reader of amounts: the database refuses them to an operator's client, who is to be turned away before.
 * @throws Problem not_found
 */
export const readFacts = async ({ read }: Reader, { universe }: Scope, reference: string): Promise<TerminationFacts> => {
  const facts = await read({
    contract: found(contract(reference)),
    prices: first(prices(reference)),
    commitments: commitments(reference),
    services: services(reference),
    dependents: dependents(reference),
    accountcodes: universe === 'client' ? null : accountcodes(reference),
  })
  return { ...facts, accountcodes: facts.accountcodes ?? [] }
}
