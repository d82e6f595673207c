import type { FieldValues } from 'react-hook-form'
import type { OfferVersion, VersionForm } from '#api/catalog/admin/offer-versions'
import type { ContractForm } from '../../../../platform/form/use-contract-form.ts'

/** The form of a version, its fields named by path: `definition.characteristics.2.label.fr`. */
export type EditorForm = ContractForm<FieldValues>

export interface EditorPartProps {
  readonly form: EditorForm
  readonly readOnly: boolean
}

export const formOf = ({ validFrom, validUntil, definition, prices }: OfferVersion): VersionForm => ({
  validFrom,
  validUntil,
  definition,
  prices,
})

export const editorTabs = ['texts', 'form', 'terms', 'delivery', 'prices', 'sheets', 'changes'] as const
export type EditorTab = (typeof editorTabs)[number]

/** Where a field stands, by its path. */
export const tabOf = (path: string): EditorTab => {
  if (path.startsWith('prices')) return 'prices'
  const part = path.replace(/^definition\./, '').split('.')[0] ?? ''
  if (part === 'characteristics') return 'form'
  if (['quantityKey', 'commitments', 'notice', 'tacitRenewal', 'penaltyBasisPoints', 'freeIncomingPerUnit', 'usagePlan'].includes(part))
    return 'terms'
  return ['leadTimeDays', 'sites', 'steps', 'services'].includes(part) ? 'delivery' : 'texts'
}

/** Every faulty path of a form's errors. */
export const faultyPaths = (errors: unknown, path = ''): string[] => {
  if (typeof errors !== 'object' || errors === null) return []
  if ('message' in errors && typeof errors.message === 'string') return [path]
  return Object.entries(errors).flatMap(([key, value]) => (key === 'ref' ? [] : faultyPaths(value, path === '' ? key : `${path}.${key}`)))
}
