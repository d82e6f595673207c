import { checkValues } from '#api/catalog/rules/characteristics'
import type { CharacteristicValues } from '#api/catalog/rules/offer-definition'
import type { Modifiable } from '#api/shop/baskets/modifications'
import type { Context } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { first, found } from '../../../platform/db/questions.ts'
import { newId } from '../../../platform/ids.ts'
import { Problem } from '../../../platform/problem.ts'
import { customerOf, customerRow } from '../customer.ts'
import type { Draft } from '../lines/line-facts.ts'
import { heldMonths } from '../lines/modify-contract.ts'
import { assessDrafts } from './load-basket.ts'

const contractOf = (company: string, reference: string) =>
  db
    .selectFrom('subscriptions as s')
    .innerJoin('companies as c', 'c.id', 's.company_id')
    .where('c.reference', '=', company)
    .where('s.reference', '=', reference.trim().toUpperCase())
    .select(['s.id', 's.offer_id', 's.values', 's.quantity'])

/** The contract as a line that changes nothing yet. */
const asItRuns = (row: { readonly id: string; readonly offer_id: string; readonly values: CharacteristicValues }): Draft => ({
  id: newId(),
  version: 1,
  offerId: row.offer_id,
  versionId: null,
  contractId: row.id,
  siteIds: [],
  values: row.values,
  commitmentMonths: 0,
  wishedOn: null,
  onsiteContactId: null,
  seen: undefined,
})

/** What the form of a modification starts from. @throws Problem not_found; offer_not_allowed when it is not sold to that company in this universe */
export const readModification = async (ctx: Context, company: string, reference: string): Promise<Modifiable> => {
  const { scope, buyer, held } = await ctx.read({ buyer: first(customerRow(company)), held: found(contractOf(company, reference)) })
  const customer = customerOf(scope, buyer)
  const { lines, facts } = await assessDrafts(ctx, [asItRuns(held)], customer)
  const [line] = lines
  const contract = facts.contracts.get(held.id)
  if (!line?.modification || !contract) throw new Problem('not_found')
  const { definition } = line.version
  return {
    contract: {
      reference: contract.reference,
      name: contract.name,
      site: { id: contract.site_id, name: facts.sites.get(contract.site_id)?.name ?? '' },
      quantity: contract.quantity,
      monthlyCents: line.modification.monthlyBeforeCents,
      runningOrder: contract.running_order,
      isRunning: contract.state === 'active',
    },
    offer: { code: line.offer.code, name: { fr: line.offer.name, en: line.offer.name_en }, family: line.offer.family },
    versionBefore: line.modification.versionBefore,
    versionAfter: line.modification.versionAfter,
    definition,
    values: { ...checkValues(definition, contract.values).values },
    files: Object.values(contract.values).flatMap((value) => facts.files.get(String(value)) ?? []),
    heldMonths: heldMonths(contract.id, facts),
    committedUntil: line.modification.committedUntil,
    mayReduce: customer.sale.byCarrier,
  }
}
