import type { FieldValues } from 'react-hook-form'
import type { ContractForm } from '../../platform/form/use-contract-form.ts'

export interface MergeDialogProps<V extends FieldValues> {
  readonly form: Pick<ContractForm<V>, 'conflict' | 'resolveConflict' | 'dismissConflict'>
  /** Name of each field on screen; a field without one (the version) is taken from what was saved meanwhile. */
  readonly labels: Readonly<Partial<Record<string, string>>>
  /** Fields that mean something only together, such as an address: they are settled together. */
  readonly together?: readonly (readonly string[])[] | undefined
  /** How a value reads, where its text is not enough. */
  readonly format?: (field: string, value: unknown) => string
}
