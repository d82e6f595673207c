import type { Cell } from '../../table-copy.ts'
import type { DemoContract } from './demo-contract.ts'

/** One table's rows of a contract. */
export interface ContractLoad {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: (contract: DemoContract) => Iterable<Cell[]>
}

/** Working hours of that day. */
export const at = (day: string, hour = 8): string => `${day}T${String(hour).padStart(2, '0')}:${day.slice(8)}:00Z`
export const orderReference = (number: number): string => `COM${String(number).padStart(5, '0')}`

/** As the database folds what lists sort by. */
export const sortKey = (text: string | null): string =>
  (text ?? '')
    .replaceAll(/[œŒ]/g, 'oe')
    .replaceAll(/[æÆ]/g, 'ae')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

export const tenant = ({ plan: { customer } }: DemoContract): [string, string | null, string | null] => [
  customer.id,
  customer.ambassadorId,
  customer.operatorId,
]
export const tenantColumns = ['company_id', 'ambassador_id', 'operator_id'] as const
export const payerColumns = ['payer_id', 'company_id', 'ambassador_id'] as const
export const payer = ({ plan: { customer } }: DemoContract): [string, string, string | null] => [
  customer.payerId,
  customer.id,
  customer.ambassadorId,
]
