import { prorata } from '#api/catalog/rules/pricing'
import { daysBetween, daysInMonth, endOfMonth } from '#api/rules/civil-date'
import type { BasketSummary } from '#api/shop/baskets/baskets'
import type { AssessedLine } from '../lines/assess-line.ts'

type Priced = AssessedLine & { readonly price: NonNullable<AssessedLine['price']> }
const isPriced = (line: AssessedLine): line is Priced => line.price !== null

const words = ({ offer }: AssessedLine) => ({ fr: offer.name, en: offer.name_en })
const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name })
const sum = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((total, item) => total + of(item), 0)

/** What each contract of each line brings, under its first site. */
const contractsOf = (lines: readonly Priced[]) =>
  lines.flatMap((line) => line.contracts.flatMap((sites) => (sites[0] ? [{ line, site: sites[0] }] : [])))

type Contract = ReturnType<typeof contractsOf>[number]

const bySite = (contracts: readonly Contract[]): BasketSummary['bySite'] =>
  [...Map.groupBy(contracts, ({ site }) => site.id).values()].flatMap((own) => {
    const site = own[0]?.site
    if (!site) return []
    return [
      {
        site: named(site),
        lines: own.map(({ line }) => ({
          lineId: line.draft.id,
          offer: words(line),
          oneOffCents: line.price.oneOffCents,
          monthlyCents: line.price.monthlyCents,
        })),
        oneOffCents: sum(own, ({ line }) => line.price.oneOffCents),
        monthlyCents: sum(own, ({ line }) => line.price.monthlyCents),
      },
    ]
  })

const firstInvoiceLine = ({ line, site }: Contract) => {
  const from = line.expectedOn
  const until = endOfMonth(from)
  return {
    lineId: line.draft.id,
    offer: words(line),
    site: named(site),
    from,
    until,
    days: daysBetween(from, until) + 1,
    daysInMonth: daysInMonth(Number(from.slice(0, 4)), Number(from.slice(5, 7))),
    monthlyCents: line.price.monthlyCents,
    proratedCents: prorata(line.price.monthlyCents, from),
    oneOffCents: line.price.oneOffCents,
  }
}

/** The first invoice of each month in which something is expected: fees for the days left of the month, one-off fees in full. */
const firstInvoices = (contracts: readonly Contract[]): BasketSummary['firstInvoices'] =>
  [...Map.groupBy(contracts.map(firstInvoiceLine), ({ from }) => from.slice(0, 7))]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([month, lines]) => {
      const oneOffCents = sum(lines, (line) => line.oneOffCents)
      const proratedCents = sum(lines, (line) => line.proratedCents)
      return { month, lines, oneOffCents, proratedCents, totalCents: oneOffCents + proratedCents }
    })

/** Totals of a basket. A line over three sites counts three times, one that spans them once. Null: nothing in it has a price. */
export const summarise = (lines: readonly AssessedLine[]): BasketSummary | null => {
  const priced = lines.filter(isPriced)
  if (lines.length > 0 && priced.length === 0) return null
  const contracts = contractsOf(priced)
  return {
    oneOffCents: sum(contracts, ({ line }) => line.price.oneOffCents),
    monthlyCents: sum(contracts, ({ line }) => line.price.monthlyCents),
    hasUnpriced: priced.length < lines.length,
    bySite: bySite(contracts),
    firstInvoices: firstInvoices(contracts),
  }
}
