/** What react-hook-form tells of the fields that were changed: true at each, nested as the values are. */
type Changed = boolean | null | undefined | readonly unknown[] | { readonly [field: string]: unknown }

const isChanged = (value: unknown): boolean =>
  value === true || (typeof value === 'object' && value !== null && Object.values(value).some(isChanged))

/** Names of what was typed, each once, in the order of the labels; empty when one of them has no name: a list that leaves some out would reassure. */
export const typedFields = (changed: Changed, labels: Readonly<Partial<Record<string, string>>>): string[] => {
  if (typeof changed !== 'object' || changed === null) return []
  const keys = Object.entries(changed).flatMap(([key, value]) => (isChanged(value) ? [key] : []))
  if (keys.some((key) => labels[key] === undefined)) return []
  return [...new Set(Object.entries(labels).flatMap(([key, label]) => (label !== undefined && keys.includes(key) ? [label] : [])))]
}
