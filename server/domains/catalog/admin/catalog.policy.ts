import { holds, type Scope } from '../../../platform/context.ts'

/** Offers, versions, sheets, price lists. */
export const mayEditCatalog = (scope: Scope): boolean =>
  !scope.readOnly && (holds(scope, 'carrier.catalog') || holds(scope, 'carrier.administer'))

interface VersionFacts {
  readonly state: string
  readonly valid_from: string
  readonly first_ordered_at: Date | null
}

/** A draft, or what is announced for later and that nobody ordered: an ordered version never changes. */
export const isEditable = (version: VersionFacts, today: string): boolean =>
  version.first_ordered_at === null && (version.state === 'draft' || version.valid_from > today)
