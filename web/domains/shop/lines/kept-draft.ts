import type { OfferDefinition } from '#api/catalog/rules/offer-definition'
import type { LineDraft } from './merge-drafts.ts'

/** Where what is typed waits for a reload, or for the end of a lost session: this tab alone. */
export interface KeptDraft {
  readonly read: () => LineDraft | null
  readonly keep: (draft: LineDraft) => void
  readonly forget: () => void
}

/** Without the storage of a tab (a private window may refuse it) nothing is kept, and nothing breaks. */
const quietly = <T>(act: () => T): T | null => {
  try {
    return act()
  } catch {
    return null
  }
}

const isDraft = (kept: unknown): kept is LineDraft =>
  typeof kept === 'object' &&
  kept !== null &&
  Array.isArray((kept as LineDraft).siteIds) &&
  typeof (kept as LineDraft).values === 'object' &&
  typeof (kept as LineDraft).commitmentMonths === 'number'

/** Files are sent anew: their names are not kept. */
const withoutFiles = (draft: LineDraft, definition: OfferDefinition): LineDraft => {
  const files = new Set(definition.characteristics.filter(({ type }) => type === 'file').map(({ key }) => key))
  return { ...draft, values: Object.fromEntries(Object.entries(draft.values).filter(([key]) => !files.has(key))) }
}

/** The draft of one form: of a person, for a company, of an offer as it is sold now. */
export const keptDraft = (names: readonly (string | null)[], definition: OfferDefinition): KeptDraft => {
  const key = `draft:${names.map((name) => name ?? '').join(':')}`
  return {
    read: () =>
      quietly(() => {
        const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
        return isDraft(kept) ? withoutFiles(kept, definition) : null
      }),
    keep: (draft) => void quietly(() => sessionStorage.setItem(key, JSON.stringify(draft))),
    forget: () => void quietly(() => sessionStorage.removeItem(key)),
  }
}
