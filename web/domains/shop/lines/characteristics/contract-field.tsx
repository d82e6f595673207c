import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listOrderContracts } from '#api/shop/choices/order-choices'
import { read } from '../../../../platform/reading/read.ts'
import { FoundChoice } from './found-choice.tsx'
import type { SourceFieldProps } from './source-field.ts'

/** One of the company's running contracts, of the offers that the form takes. */
export const ContractField = ({ offers, ...field }: SourceFieldProps & { readonly offers: readonly string[] }) => {
  const { value, source } = field
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 200)
  const chosen = typeof value === 'string' ? value : null
  const { data } = useQuery({
    ...read(listOrderContracts, {
      params: { universe: source?.universe ?? 'client', company: source?.company ?? '' },
      query: {
        ...(offers.length === 0 ? {} : { offers: offers.join(',') }),
        ...(q === '' || q === chosen || q.startsWith(`${chosen} `) ? {} : { q }),
      },
    }),
    enabled: source !== null,
  })
  const found = (data?.items ?? []).map((row) => ({ value: row.reference, label: `${row.reference} · ${row.name} · ${row.city}` }))
  const options = chosen !== null && !found.some((one) => one.value === chosen) ? [{ value: chosen, label: chosen }, ...found] : found
  return <FoundChoice {...field} options={options} typed={typed} onType={setTyped} none="shop_no_contract" />
}
