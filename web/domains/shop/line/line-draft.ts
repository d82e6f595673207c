import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { BasketLine, basketLineFields, NewLine } from '#contract/basket-lines'
import { estimateLine } from '#contract/baskets'
import type { Universe } from '#contract/universes'
import { call } from '../../../platform/call.ts'

/** What the form of a line holds. */
export type LineDraft = Pick<NewLine, keyof typeof basketLineFields>

export const draftOf = (line: BasketLine): LineDraft => ({
  siteIds: line.contract ? [] : line.sites.map(({ id }) => id),
  values: line.values,
  commitmentMonths: line.commitmentMonths,
  wishedOn: line.wishedOn,
  onsiteContactId: line.onsiteContact?.id ?? null,
})

export const sameDraft = (one: LineDraft, other: LineDraft): boolean => JSON.stringify(one) === JSON.stringify(other)

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

/** What the server says of the line as it is typed: its price, its day, and the faults that the browser cannot know. */
export const useEstimate = (universe: Universe, company: string, offer: string, contract: string | null, draft: LineDraft) => {
  const [settled] = useDebouncedValue(draft, 300)
  return useQuery({
    queryKey: ['baskets', universe, company, 'estimate', offer, contract, settled],
    queryFn: ({ signal }) => call(estimateLine, { params: { universe, company }, body: { offer, contract, ...settled }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
  }).data
}
