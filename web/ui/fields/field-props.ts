import type { ReactNode } from 'react'
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'

/** Common to every field: which value of which form, and how it is presented. */
export interface FieldProps<V extends FieldValues> {
  readonly form: UseFormReturn<V>
  readonly name: FieldPath<V>
  readonly label: ReactNode
  readonly description?: ReactNode
  readonly placeholder?: string
  readonly required?: boolean
  readonly disabled?: boolean
  readonly readOnly?: boolean
  readonly autoFocus?: boolean
  /** The contract wants null (or nothing) instead of an empty text. */
  readonly emptyAs?: 'null' | 'undefined'
}

/** An empty text as the contract wants it. */
export const emptied = (text: string, emptyAs: 'null' | 'undefined' | undefined): string | null | undefined =>
  text !== '' || !emptyAs ? text : emptyAs === 'null' ? null : undefined
