import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listOrderSites } from '#api/shop/choices/order-choices'
import { read } from '../../../../platform/reading/read.ts'
import { FoundChoice } from './found-choice.tsx'
import type { SourceFieldProps } from './source-field.ts'

/** One of the company's open sites, found by name or town. */
export const SiteField = (field: SourceFieldProps) => {
  const { value, source } = field
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 200)
  const chosen = typeof value === 'string' ? value : null
  const place = source ?? { universe: 'client' as const, company: '' }
  const kept = useQuery({
    ...read(listOrderSites, { params: { universe: place.universe, company: place.company }, query: { id: chosen ?? '' } }),
    enabled: source !== null && chosen !== null,
  })
  const held = kept.data?.items.find(({ id }) => id === chosen)
  const label = held ? `${held.name} · ${held.city}` : null
  const q = text !== '' && text !== label ? { q: text } : {}
  const { data } = useQuery({
    ...read(listOrderSites, { params: { universe: place.universe, company: place.company }, query: q }),
    enabled: source !== null,
  })
  const found = (data?.items ?? []).map((site) => ({ value: site.id, label: `${site.name} · ${site.city}` }))
  const options = held && label !== null && !found.some((one) => one.value === held.id) ? [{ value: held.id, label }, ...found] : found
  return <FoundChoice {...field} options={options} typed={typed} onType={setTyped} none="shop_no_site" />
}
