import { Autocomplete, type AutocompleteProps, MultiSelect, type MultiSelectProps, Select, type SelectProps } from '@mantine/core'
import { useEffect } from 'react'
import type { Held } from './stand-in.tsx'

interface Resumes {
  readonly held: Held
}

/** Goes on where the person was with the stand-in: the keyboard stays in the field, a press opens the list. */
const useResumed = ({ focused, pressed }: Held) => {
  useEffect(() => {
    if (!pressed || !focused) return
    // Once the kit has settled: its first effects close the list.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement instanceof HTMLInputElement) document.activeElement.click()
    })
    return () => cancelAnimationFrame(frame)
  }, [focused, pressed])
  return focused ? { autoFocus: true } : {}
}

export const KitSelect = ({ held, ...props }: SelectProps & Resumes) => <Select {...props} {...useResumed(held)} />
export const KitMultiSelect = ({ held, ...props }: MultiSelectProps & Resumes) => <MultiSelect {...props} {...useResumed(held)} />
export const KitAutocomplete = ({ held, ...props }: AutocompleteProps & Resumes) => <Autocomplete {...props} {...useResumed(held)} />
