import { Autocomplete } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FieldValues } from 'react-hook-form'
import { plainText } from '#api/rules/plain-text'
import * as m from '#messages/companies'
import type { FieldProps } from '../../../../ui/fields/field-props.ts'
import { useField } from '../../../../ui/fields/use-field.ts'
import { communesQuery } from '../communes.queries.ts'

interface PostcodeFieldProps<V extends FieldValues> extends FieldProps<V> {
  /** The commune that was chosen: one of several postcodes leaves the choice among them. */
  readonly commune: { readonly communeCode: string | null; readonly city: string }
}

/** A French postcode: typed, or taken from those of the commune. */
export const PostcodeField = <V extends FieldValues>({ commune: { communeCode, city }, ...props }: PostcodeFieldProps<V>) => {
  const { value, set, shared } = useField(props)
  const { data } = useQuery(communesQuery(communeCode === null ? {} : { q: city }))
  const chosen = communeCode === null ? undefined : data?.items.find((one) => one.code === communeCode)
  const offered = chosen && chosen.postcodes.length > 1 ? chosen.postcodes : []
  const typed = typeof value === 'string' ? value : ''
  return (
    <Autocomplete
      {...shared}
      inputMode="numeric"
      autoComplete="postal-code"
      data={[...offered]}
      filter={({ options }) => options}
      description={offered.length > 0 && typed === '' ? m.companies_postcode_choose({ count: offered.length }) : undefined}
      value={typed}
      onChange={set}
      onBlur={(event) => {
        const text = plainText(event.currentTarget.value).trim()
        if (text !== event.currentTarget.value) set(text)
        shared.onBlur()
      }}
    />
  )
}
