import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { isCivilDate } from '#api/rules/civil-date'
import type { BasketLine } from '#api/shop/baskets/basket-lines'
import { estimateLine } from '#api/shop/baskets/baskets'
import type { Universe } from '#api/universes'
import { read } from '../../../platform/reading/read.ts'
import type { LineDraft } from './merge-drafts.ts'

export const draftOf = (line: BasketLine): LineDraft => ({
  siteIds: line.contract ? [] : line.sites.map(({ id }) => id),
  values: line.values,
  commitmentMonths: line.commitmentMonths,
  wishedOn: line.wishedOn,
  onsiteContactId: line.onsiteContact?.id ?? null,
})

export const sameDraft = (one: LineDraft, other: LineDraft): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * What the server says of the line as it is typed: its price, its day, and the faults that the browser cannot know. `isCurrent`: it speaks of what is
 * typed now, not of a moment before.
 */
export const useEstimate = (universe: Universe, company: string, offer: string, contract: string | null, draft: LineDraft) => {
  const [typed] = useDebouncedValue(draft, 300)
  // A day that is not finished yet is none.
  const settled = { ...typed, wishedOn: typed.wishedOn !== null && isCivilDate(typed.wishedOn) ? typed.wishedOn : null }
  const { data, isPlaceholderData } = useQuery({
    ...read(estimateLine, { params: { universe, company }, body: { offer, contract, ...settled } }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  return { estimate: data, isCurrent: typed === draft && !isPlaceholderData }
}
