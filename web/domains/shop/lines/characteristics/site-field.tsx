import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orderSitesQuery } from '../../choices/choices.queries.ts'
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
    ...orderSitesQuery(place.universe, place.company, { id: chosen ?? '' }),
    enabled: source !== null && chosen !== null,
  })
  const held = kept.data?.items.find(({ id }) => id === chosen)
  const label = held ? `${held.name} · ${held.city}` : null
  const q = text !== '' && text !== label ? { q: text } : {}
  const { data } = useQuery({ ...orderSitesQuery(place.universe, place.company, q), enabled: source !== null })
  const found = (data?.items ?? []).map((site) => ({ value: site.id, label: `${site.name} · ${site.city}` }))
  const options = held && label !== null && !found.some((one) => one.value === held.id) ? [{ value: held.id, label }, ...found] : found
  return <FoundChoice {...field} options={options} typed={typed} onType={setTyped} none="shop_no_site" />
}
