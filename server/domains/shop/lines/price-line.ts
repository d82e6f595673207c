import { quantityOf } from '#api/catalog/rules/characteristics'
import type { CharacteristicValues } from '#api/catalog/rules/offer-definition'
import { baseLabel, priceOf } from '#api/catalog/rules/pricing'
import type { Addition, Amounts, LinePrice } from '#api/shop/baskets/basket-lines'
import type { ContractFacts, VersionFacts } from './line-facts.ts'

export interface ContractPrice extends LinePrice {
  /** One-off fee of leaving. */
  readonly terminationCents: number
}

/** Price of one contract as configured; null: no price for this payer (« prix sur demande »). */
export const priceContract = (version: VersionFacts, values: CharacteristicValues, months: number): ContractPrice | null => {
  if (version.prices.length === 0) return null
  const { lines, oneOffCents, monthlyCents, terminationCents } = priceOf(version.prices, version.definition, values, months)
  return { lines: [...lines], oneOffCents, monthlyCents, terminationCents }
}

/** What an operator charges its client: an amount per unit of what the offer counts. */
export const priceResale = (resale: Amounts | undefined, version: VersionFacts, values: CharacteristicValues): ContractPrice | null => {
  if (!resale) return null
  const quantity = quantityOf(version.definition, values)
  const amounts = { oneOffCents: resale.oneOffCents * quantity, monthlyCents: resale.monthlyCents * quantity }
  return {
    ...amounts,
    terminationCents: 0,
    lines: [
      {
        item: 'base',
        label: baseLabel(resale),
        quantity,
        unitOneOffCents: resale.oneOffCents,
        unitMonthlyCents: resale.monthlyCents,
        ...amounts,
      },
    ],
  }
}

/** The number that an addition shares with its contract: channels add to channels, while options of a Centrex are no licences. */
export const countedKey = (contract: ContractFacts, version: VersionFacts): string | null => {
  const { quantityKey } = version.definition
  return quantityKey !== undefined && quantityKey === contract.definition.quantityKey ? quantityKey : null
}

/** An addition beside the contract as it runs. « One more incoming call per channel »: outgoing N, incoming N and the free ones. */
export const besideContract = (
  contract: ContractFacts,
  version: VersionFacts,
  values: CharacteristicValues,
  amounts: { readonly before: number | null; readonly added: number | null },
): Addition => {
  const { definition } = version
  const key = countedKey(contract, version)
  const added = key !== null && Object.hasOwn(values, key) ? quantityOf(definition, values) : 0
  const counted = definition.characteristics.find((characteristic) => characteristic.key === key)
  const ofContract = contract.definition.freeIncomingPerUnit
  const freePerUnit = definition.freeIncomingPerUnit ?? ofContract
  const incomingBefore = contract.quantity * (1 + (ofContract ?? 0))
  return {
    quantityBefore: contract.quantity,
    quantityAfter: contract.quantity + added,
    unit: (counted?.type === 'number' ? counted.unit : undefined) ?? null,
    monthlyBeforeCents: amounts.before,
    monthlyAfterCents: amounts.before === null || amounts.added === null ? null : amounts.before + amounts.added,
    calls:
      freePerUnit === undefined || counted === undefined
        ? null
        : {
            outgoingBefore: contract.quantity,
            outgoingAfter: contract.quantity + added,
            incomingBefore,
            incomingAfter: incomingBefore + added * (1 + freePerUnit),
            freePerUnit,
          },
  }
}
