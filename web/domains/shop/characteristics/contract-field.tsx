import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listSubscriptions } from '#contract/subscriptions'
import * as m from '#messages/shop'
import { call } from '../../../platform/call.ts'
import { Select } from '../../../ui/choice/choices.tsx'
import type { SourceFieldProps } from './source-field.ts'

/** One of the company's running contracts; whether it is of a right offer is judged by the server as soon as it is chosen. */
export const ContractField = ({ shared, name, value, onChange, source }: SourceFieldProps) => {
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 200)
  const chosen = typeof value === 'string' ? value : null
  const { data } = useQuery({
    queryKey: ['subscriptions', source?.universe, 'choice', source?.company, q],
    queryFn: ({ signal }) =>
      call(listSubscriptions, {
        params: { universe: source?.universe ?? 'client' },
        query: {
          state: 'active',
          ...(source && source.universe !== 'client' ? { client: source.company } : {}),
          ...(q === '' || q.startsWith(`${chosen} `) ? {} : { q }),
        },
        signal,
      }),
    placeholderData: keepPreviousData,
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
