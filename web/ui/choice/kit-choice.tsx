import { Autocomplete, type AutocompleteProps, MultiSelect, type MultiSelectProps, Select, type SelectProps } from '@mantine/core'
import type { Held } from './stand-in.tsx'

interface Resumes {
  readonly held: Held
}

/** Goes on where the person was with the stand-in: a press opened the list, the keyboard stayed in the field. */
const resumed = ({ focused, pressed }: Held) => ({
  ...(focused ? { autoFocus: true } : {}),
  ...(pressed ? { defaultDropdownOpened: true } : {}),
})

export const KitSelect = ({ held, ...props }: SelectProps & Resumes) => <Select {...props} {...resumed(held)} />
export const KitMultiSelect = ({ held, ...props }: MultiSelectProps & Resumes) => <MultiSelect {...props} {...resumed(held)} />
export const KitAutocomplete = ({ held, ...props }: AutocompleteProps & Resumes) => (
  <Autocomplete {...props} {...(held.focused ? { autoFocus: true } : {})} />
)
