import type { AutocompleteProps, MultiSelectProps, SelectProps } from '@mantine/core'
import { type ComponentType, useRef } from 'react'
import { late } from '../kit/late.tsx'
import { type ChoiceFrame, frameOf, type Held, StandIn } from './stand-in.tsx'

/**
 * The kit's lists of choices. With what places and scrolls them they weigh more than many a page: they are loaded as soon as one is drawn, but
 * after the page, which shows a field of the same size meanwhile. Pages take these and never the kit's own.
 */
const load = () => import('./kit-choice.tsx')

interface Labelled {
  readonly value?: unknown
  readonly label?: string
  readonly items?: readonly unknown[]
}
const labelOf = (data: readonly unknown[] | undefined, value: unknown): string => {
  for (const item of data ?? []) {
    const one = typeof item === 'string' ? { value: item, label: item } : (item as Labelled)
    if (one.value === value) return one.label ?? String(value)
    const within = 'items' in one ? labelOf(one.items, value) : ''
    if (within !== '') return within
  }
  return ''
}

const choice = <P extends object>(
  pick: (kit: Awaited<ReturnType<typeof load>>) => ComponentType<P & { readonly held: Held }>,
  textOf: (props: P) => string,
  withSelector = true,
) => {
  const { Late: Kit } = late(async () => pick(await load()))
  return (props: P) => {
    const { current: held } = useRef<Held>({ focused: false, pressed: false })
    const frame = frameOf(props as ChoiceFrame)
    return <Kit {...props} held={held} meanwhile={<StandIn frame={frame} text={textOf(props)} held={held} withSelector={withSelector} />} />
  }
}

const LazySelect = choice<SelectProps>(
  (kit) => kit.KitSelect,
  ({ data, value, searchValue }) => searchValue ?? (value == null ? '' : labelOf(data, value)),
)
export const Select = LazySelect as unknown as <V extends string = string>(props: SelectProps<V>) => React.JSX.Element
export const MultiSelect = choice<MultiSelectProps>(
  (kit) => kit.KitMultiSelect,
  ({ data, value = [] }) => value.map((one) => labelOf(data, one)).join(', '),
)
export const Autocomplete = choice<AutocompleteProps>(
  (kit) => kit.KitAutocomplete,
  ({ value = '' }) => value,
  false,
)
