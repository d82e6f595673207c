export interface TransferItem {
  readonly value: string
  readonly label: string
  readonly description?: string
  /** What it belongs with: items of a list are told apart by it. */
  readonly group?: string
  /** Cannot be moved; `description` should say why. */
  readonly disabled?: boolean
}

export type TransferSide = 'available' | 'chosen'
