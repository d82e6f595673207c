import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import * as m from '#messages/shop'
import { Select } from '../../../ui/choice/choices.tsx'
import { orderSitesQuery } from '../choices.queries.ts'
import type { SourceFieldProps } from './source-field.ts'

/** One of the company's open sites, found by name or town. */
export const SiteField = ({ shared, name, value, onChange, source }: SourceFieldProps) => {
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
      nothingFoundMessage={m.shop_no_site()}
      disabled={source === null}
    />
  )
}
