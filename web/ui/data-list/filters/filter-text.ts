import { formatDay } from '../../../platform/format.ts'
import type { FoldedFilter } from '../data-list-types.ts'

/** What a filter holds, in words: « En attente de validation client », « 14/12/2026 ». */
export const shownValue = (filter: FoldedFilter, value: string): string => {
  if (filter.kind === 'date') return formatDay(value)
  const label = (one: string) => ('options' in filter ? filter.options.find((option) => option.value === one)?.label : undefined) ?? one
  return filter.kind === 'multi' ? value.split(',').map(label).join(', ') : label(value)
}
