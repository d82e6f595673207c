export interface TransferItem {
  readonly value: string
  readonly label: string
  readonly description?: string
  /** Cannot be moved; `description` should say why. */
  readonly disabled?: boolean
}

export type TransferSide = 'available' | 'chosen'
