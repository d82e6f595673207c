import { Select } from '@mantine/core'
import * as m from '#messages/shop'
import type { SourceFieldProps } from './source-field.ts'

interface FoundChoiceProps extends SourceFieldProps {
  /** What the server found for the typed text, and what is chosen. */
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly typed: string
  readonly onType: (text: string) => void
  readonly none: 'shop_no_site' | 'shop_no_contract'
}

/** A choice among what the server finds as one types. */
export const FoundChoice = ({ shared, name, value, onChange, source, options, typed, onType, none }: FoundChoiceProps) => (
  <Select
    {...shared}
    name={name}
    data={[...options]}
    value={typeof value === 'string' ? value : null}
    onChange={(next) => onChange(next ?? undefined)}
    searchable
    clearable
    searchValue={typed}
    onSearchChange={onType}
    filter={({ options: all }) => all}
    nothingFoundMessage={m[none]()}
    disabled={source === null}
  />
)
