import type { basketLineFields, NewLine } from '#api/shop/baskets/basket-lines'

/** What the form of a line holds. */
export type LineDraft = Pick<NewLine, keyof typeof basketLineFields>

/** What each side changed since `base`, the person's own choice first; answers of the form one by one. */
export const mergeDrafts = (base: LineDraft, mine: LineDraft, theirs: LineDraft): LineDraft => {
  const pick = <T>(before: T, own: T, other: T): T => (JSON.stringify(own) === JSON.stringify(before) ? other : own)
  const keys = [...new Set([...Object.keys(mine.values), ...Object.keys(theirs.values)])]
  const values = keys.flatMap((key) => {
    const value = pick(base.values[key], mine.values[key], theirs.values[key])
    return value === undefined ? [] : [[key, value] as const]
  })
  return {
    siteIds: pick(base.siteIds, mine.siteIds, theirs.siteIds),
    values: Object.fromEntries(values),
    commitmentMonths: pick(base.commitmentMonths, mine.commitmentMonths, theirs.commitmentMonths),
    wishedOn: pick(base.wishedOn, mine.wishedOn, theirs.wishedOn),
    onsiteContactId: pick(base.onsiteContactId, mine.onsiteContactId, theirs.onsiteContactId),
  }
}
