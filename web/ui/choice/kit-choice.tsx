import { Autocomplete, type AutocompleteProps, MultiSelect, type MultiSelectProps, Select, type SelectProps } from '@mantine/core'
import { useMergedRef } from '@mantine/hooks'
import { type Ref, useLayoutEffect, useRef } from 'react'
import type { Held } from './stand-in.tsx'

interface Resumes {
  readonly held: Held
}

/**
 * Goes on where the person was with the stand-in: the keyboard stays in the field, a press opens the list. What they did is read when the list
 * takes the place: the stand-in may be pressed until then.
 */
const useResumed = (held: Held, ref: Ref<HTMLInputElement> | undefined) => {
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (!held.focused) return
    input.current?.focus()
    if (!held.pressed) return
    // Once the kit has settled: its first effects close the list.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === input.current) input.current?.click()
    })
    return () => cancelAnimationFrame(frame)
  }, [held])
  return useMergedRef(input, ref)
}

export const KitSelect = ({ held, ref, ...props }: SelectProps & Resumes) => <Select {...props} ref={useResumed(held, ref)} />
export const KitMultiSelect = ({ held, ref, ...props }: MultiSelectProps & Resumes) => (
  <MultiSelect {...props} ref={useResumed(held, ref)} />
)
export const KitAutocomplete = ({ held, ref, ...props }: AutocompleteProps & Resumes) => (
  <Autocomplete {...props} ref={useResumed(held, ref)} />
)
