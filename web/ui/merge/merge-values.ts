import type { FieldValues } from 'react-hook-form'

/** Empty is empty, however a field writes it. */
const canonical = (value: unknown): string => JSON.stringify(value === '' || value === undefined ? null : value)

const sameValue = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

export interface Versions {
  /** What was on screen when the person began. */
  readonly base: FieldValues
  readonly mine: FieldValues
  readonly theirs: FieldValues
}

export interface Merged {
  /** What both changed, each in their way: somebody must choose. */
  readonly conflicts: readonly string[]
  /** The rest, settled: what one of them changed is kept; a field in conflict has the other's value. */
  readonly values: FieldValues
  /** How many of the other's changes were taken without a question. */
  readonly taken: number
}

/**
 * Merges two edits of the same thing. `fields` are those that can be asked about: of any other, what the person changed stays, and the rest (the
 * version) comes from what was saved meanwhile. Fields that mean something only together (an address) are settled together: when both touched some
 * of them, all that differ are in conflict.
 */
export const mergeValues = (
  { base, mine, theirs }: Versions,
  fields: readonly string[],
  together: readonly (readonly string[])[] = [],
): Merged => {
  const changed = (values: FieldValues, field: string) => !sameValue(values[field], base[field])
  const companions = (field: string) => together.find((group) => group.includes(field)) ?? [field]
  const differs = (field: string) => !sameValue(mine[field], theirs[field])
  const touched = (values: FieldValues, field: string) => companions(field).some((one) => changed(values, one))
  const conflicts = fields.filter((field) => differs(field) && touched(mine, field) && touched(theirs, field))
  const kept = Object.keys(mine).filter((field) => differs(field) && !conflicts.includes(field) && changed(mine, field))
  const taken = fields.filter((field) => differs(field) && !conflicts.includes(field) && !kept.includes(field))
  return { conflicts, values: { ...theirs, ...Object.fromEntries(kept.map((field) => [field, mine[field]])) }, taken: taken.length }
}
