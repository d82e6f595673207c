import type { RowsOf } from '../../../platform/db/query.ts'
import type * as contracts from './contract.repository.ts'

type Rows<K extends keyof typeof contracts> = (typeof contracts)[K] extends (reference: string) => infer Q ? RowsOf<Q> : never

export interface ContractParts {
  readonly contract: contracts.ContractRecord
  readonly sites: Rows<'sites'>
  readonly operations: Rows<'operations'>
  readonly steps: Rows<'runningSteps'>
  readonly commitments: Rows<'commitments'>
  readonly services: Rows<'services'>
  readonly documents: Rows<'documents'>
  readonly sheets: Rows<'sheets'>
  readonly termination: Rows<'termination'>[number] | undefined
  readonly additions: Rows<'additions'>
  readonly seller: Rows<'seller'>[number] | undefined
}

/** What only some readers are given; null: the database refuses it to this one. */
export interface ReservedParts {
  readonly prices: Rows<'prices'>[number] | undefined | null
  readonly commitmentAmounts: Rows<'commitmentAmounts'> | null
  readonly runningItems: Rows<'runningItems'> | null
  readonly terminationAmounts: Rows<'terminationAmounts'> | null
  readonly accountcodes: Rows<'accountcodes'> | null
  readonly resale: Rows<'resalePrice'>[number] | undefined | null
}
