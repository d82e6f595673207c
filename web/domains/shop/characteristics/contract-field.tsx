import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import * as m from '#messages/shop'
import { Select } from '../../../ui/choice/choices.tsx'
import { orderContractsQuery } from '../choices.queries.ts'
import type { SourceFieldProps } from './source-field.ts'

/** One of the company's running contracts, of the offers that the form takes. */
export const ContractField = ({
  shared,
  name,
  value,
  onChange,
  source,
  offers,
}: SourceFieldProps & { readonly offers: readonly string[] }) => {
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 200)
  const chosen = typeof value === 'string' ? value : null
  const { data } = useQuery({
    ...orderContractsQuery(source?.universe ?? 'client', source?.company ?? '', {
      ...(offers.length === 0 ? {} : { offers: offers.join(',') }),
      ...(q === '' || q === chosen || q.startsWith(`${chosen} `) ? {} : { q }),
    }),
    enabled: source !== null,
  })
  const found = (data?.items ?? []).map((row) => ({ value: row.reference, label: `${row.reference} · ${row.name} · ${row.city}` }))
  const options = chosen !== null && !found.some((one) => one.value === chosen) ? [{ value: chosen, label: chosen }, ...found] : found
  return (
    <Select
      {...shared}
      name={name}
      data={options}
      value={chosen}
      onChange={(next) => onChange(next ?? undefined)}
      searchable
      clearable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      nothingFoundMessage={m.shop_no_contract()}
      disabled={source === null}
    />
  )
}
