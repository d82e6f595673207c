import type { BasketLine } from '#api/shop/baskets/basket-lines'
import type { Basket } from '#api/shop/baskets/baskets'
import type { Scope } from '../../../platform/context.ts'
import { type Customer, longCommitmentMonths } from '../customer.ts'
import { type AssessedLine, amountsOf } from '../lines/assess-line.ts'
import type { Facts } from '../lines/line-facts.ts'
import type { ContractPrice } from '../lines/price-line.ts'
import { summarise } from './summarise.ts'

export const presentPrice = (price: ContractPrice | null): BasketLine['price'] =>
  price && {
    oneOffCents: price.oneOffCents,
    monthlyCents: price.monthlyCents,
    lines: price.lines.map((line) => ({ ...line, label: { ...line.label } })),
  }

export const presentLine = (line: AssessedLine, facts: Facts): BasketLine => {
  const { draft, offer, contract } = line
  return {
    id: draft.id,
    version: draft.version,
    offer: {
      code: offer.code,
      name: { fr: offer.name, en: offer.name_en },
      family: offer.family,
      kind: offer.kind as 'contract' | 'addition',
      versionNumber: line.version.number,
      standing: line.standing,
      definition: line.version.definition,
    },
    contract: contract && {
      reference: contract.reference,
      name: contract.name,
      quantity: contract.quantity,
      site: { id: contract.site_id, name: facts.sites.get(contract.site_id)?.name ?? '' },
    },
    sites: line.sites.map(({ id, name }) => ({ id, name })),
    values: { ...draft.values },
    files: Object.values(draft.values).flatMap((value) => facts.files.get(String(value)) ?? []),
    commitmentMonths: draft.commitmentMonths,
    wishedOn: draft.wishedOn,
    onsiteContact: facts.contacts.get(draft.onsiteContactId ?? '') ?? null,
    contracts: line.contracts.length,
    price: presentPrice(line.price),
    addition: line.addition,
    modification: line.modification,
    change: line.change && { before: amountsOf(line.change.before), after: amountsOf(line.change.after) },
    expectedOn: line.expectedOn,
    faults: line.faults.map((fault) => ({ ...fault })),
  }
}

export interface LoadedBasket {
  readonly basket: { readonly id: string; readonly version: number } | null
  readonly customer: Customer
  readonly lines: readonly AssessedLine[]
  readonly facts: Facts
  readonly termsVersion: string | null
  readonly today: string
}

/** Nothing is wrong with any line: it may be ordered, or asked of the operator. */
const isReady = ({ customer, lines }: Pick<LoadedBasket, 'customer' | 'lines'>): boolean =>
  customer.block === null &&
  lines.length > 0 &&
  lines.every(
    ({ faults, standing, change, price }) =>
      faults.length === 0 && standing === 'on_sale' && change === null && (price !== null || customer.sale.mode === 'request'),
  )

export const needsWaiver = ({ customer, lines }: Pick<LoadedBasket, 'customer' | 'lines'>): boolean =>
  customer.isSmall && lines.some(({ draft }) => draft.commitmentMonths > longCommitmentMonths)

/** An operator's client is invoiced by its operator, in its own way: no first invoice is foretold. */
const summaryOf = ({ customer, lines }: LoadedBasket): Basket['summary'] => {
  const summary = summarise(lines)
  return summary && customer.sale.mode === 'request' ? { ...summary, firstInvoices: [] } : summary
}

export const presentBasket = (scope: Scope, loaded: LoadedBasket): Basket => {
  const { basket, customer, lines, facts, termsVersion, today } = loaded
  return {
    id: basket?.id ?? null,
    version: basket?.version ?? 0,
    company: { reference: customer.reference, name: customer.name },
    mode: customer.sale.mode,
    block: customer.block,
    lines: lines.map((line) => presentLine(line, facts)),
    summary: summaryOf(loaded),
    termsVersion: customer.sale.mode === 'order' ? termsVersion : null,
    needsWaiver: customer.sale.mode === 'order' && needsWaiver(loaded),
    today,
    abilities: { edit: !scope.readOnly, order: !scope.readOnly && isReady(loaded) },
  }
}
