import { useState } from 'react'
import { type FieldValues, useWatch } from 'react-hook-form'
import type { ContractForm } from '../../../../platform/form/use-contract-form.ts'

export interface Rows<Row> {
  readonly rows: readonly Row[]
  readonly add: (row: Row) => void
  readonly remove: (index: number) => void
  readonly move: (from: number, to: number) => void
  readonly replace: (rows: readonly Row[]) => void
  /** Key of what draws a row's fields: it changes when rows change place, so that each field reads its new value. */
  readonly rowKey: (index: number) => string
}

/** A list within a form: rows come, go and change place; the fields of a row are named by its place. */
export const useRows = <Row>(form: ContractForm<FieldValues>, name: string): Rows<Row> => {
  const rows = (useWatch({ control: form.control, name }) ?? []) as readonly Row[]
  const [order, setOrder] = useState(0)
  const replace = (next: readonly Row[]) => {
    const hadFault = form.getFieldState(name).error !== undefined
    form.setValue(name, next)
    // Told once for the whole form: a list that became empty has no field to tell it.
    touch(form)
    if (hadFault || form.formState.isSubmitted) void form.trigger()
    setOrder((count) => count + 1)
  }
  return {
    rows,
    replace,
    add: (row) => replace([...rows, row]),
    remove: (index) => replace(rows.toSpliced(index, 1)),
    move: (from, to) => {
      const row = rows[from]
      if (row !== undefined) replace(rows.toSpliced(from, 1).toSpliced(to, 0, row))
    },
    rowKey: (index) => `${order}-${index}`,
  }
}

/** Has the form compare itself with what it began with. */
const touch = (form: ContractForm<FieldValues>): void => {
  const [field] = Object.keys(form.getValues())
  const scalar = Object.entries(form.getValues() as Record<string, unknown>).find(([, value]) => typeof value !== 'object')?.[0] ?? field
  if (scalar !== undefined) form.setValue(scalar, form.getValues(scalar), { shouldDirty: true })
}
