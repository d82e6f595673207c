import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import type { ListState } from '../use-list-state.ts'
import { ownTexts } from './own-texts.ts'

/** What is typed in a filter, applied to the address a moment later. */
export const useTyped = (state: ListState, key: string) => {
  const held = state.values[key] ?? ''
  const [typed, setTyped] = useState(held)
  const sent = useRef(ownTexts(held)).current
  const apply = useDebouncedCallback(
    (text: string) => {
      sent.send(text.trim())
      state.change({ [key]: text.trim() || undefined })
    },
    { delay: 250, flushOnUnmount: true },
  )
  // The address is the truth: back, or « Tout effacer », shows in the field. What was typed here comes back late, when more was typed.
  useEffect(() => {
    if (sent.isForeign(held)) setTyped(held)
  }, [held, sent])
  return [
    typed,
    (text: string) => {
      setTyped(text)
      apply(text)
    },
  ] as const
}
