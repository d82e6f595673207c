import { Group, Select, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { cedexCity, isOfDepartment } from '#api/companies/rules/site/cedex'
import type { Commune } from '#api/companies/sites/communes'
import * as m from '#messages/companies'
import { communesQuery } from '../communes.queries.ts'

/** Beyond this a commune of many postcodes shows the first ones only. */
const postcodesText = ({ postcodes }: Commune): string =>
  postcodes.length > 3 ? `${postcodes.slice(0, 3).join(', ')}…` : postcodes.join(', ')

const nameOf = ({ name, part }: Commune): string => (part ? `${name} (${part})` : name)
const keyOf = ({ code, part }: Commune): string => (part ? `${code} ${part}` : code)

/** What an address says of its commune. */
export interface CommuneValues {
  readonly postcode: string
  readonly communeCode: string | null
  readonly city: string
}

interface CommuneFieldProps {
  readonly values: CommuneValues
  /** What the choice of a commune says of the address: all that changes. */
  readonly onChange: (next: Partial<CommuneValues>) => void
  readonly error?: string | undefined
}

/**
 * The commune from the official list, by name (a former one too) or postcode; keeps its INSEE code, its name, and its postcode where it has only
 * one. A CEDEX postcode, which is of no commune, stays as it was typed.
 */
export const CommuneField = ({ values: { postcode, communeCode: code, city }, onChange, error }: CommuneFieldProps) => {
  const [typed, setTyped] = useState(city)
  const [query] = useDebouncedValue(typed.trim(), 150)
  const number = postcode.replaceAll(/\s/g, '')
  const isPostcode = /^\d{5}$/.test(number)
  const isChosenName = code !== null && query === city
  const search = query !== '' && !isChosenName ? { q: query } : isPostcode ? { postcode: number } : query ? { q: query } : {}
  const { data, isFetching } = useQuery(communesQuery(search))
  const found = data?.items ?? []
  const communes =
    code !== null && !found.some((one) => keyOf(one) === code) ? [{ code, name: city, postcodes: [postcode] }, ...found] : found

  const { data: here, isPlaceholderData } = useQuery(communesQuery(isPostcode ? { postcode: number } : {}))
  const isCedex = isPostcode && !isPlaceholderData && here !== undefined && here.items.every((one) => !one.postcodes.includes(number))

  const choose = (commune: Commune | undefined) => {
    const keepsCedex = commune !== undefined && isCedex && isOfDepartment(commune.code, number)
    const name = commune ? (keepsCedex ? cedexCity(commune.name, city) : commune.name) : ''
    const only = commune?.postcodes.length === 1 ? commune.postcodes[0] : undefined
    const isElsewhere = commune !== undefined && !keepsCedex && !commune.postcodes.includes(number)
    onChange({ communeCode: commune?.code ?? null, city: name, ...(isElsewhere ? { postcode: only ?? '' } : {}) })
    if (commune) setTyped(name)
  }

  // A postcode of one commune tells it.
  const single = isPostcode && here?.items.length === 1 && here.items[0]?.postcodes.includes(number) ? here.items[0] : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a commune that the postcode newly designates fills the field
  useEffect(() => {
    if (single && code === null) choose(single)
  }, [single?.code])

  const isLookedFor = isFetching || query !== typed.trim()
  const nothingFound =
    typed.trim() === '' && !isPostcode
      ? m.companies_commune_type()
      : isLookedFor
        ? m.companies_commune_searching()
        : m.companies_commune_none()
  return (
    <Select
      label={m.companies_commune()}
      placeholder={m.companies_commune_hint()}
      withAsterisk
      aria-required
      searchable
      clearable
      allowDeselect={false}
      autoComplete="off"
      description={isCedex ? m.companies_commune_cedex() : undefined}
      nothingFoundMessage={nothingFound}
      data={communes.map((commune) => ({ value: keyOf(commune), label: nameOf(commune) }))}
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const commune = communes.find((one) => keyOf(one) === option.value)
        return (
          <Group justify="space-between" wrap="nowrap" w="100%" gap="sm">
            <span>{option.label}</span>
            <Text c="dimmed" fz="sm" className="tabular">
              {commune ? postcodesText(commune) : ''}
            </Text>
          </Group>
        )
      }}
      searchValue={typed}
      onSearchChange={setTyped}
      value={code}
      onChange={(value) => choose(communes.find((one) => keyOf(one) === value))}
      error={error}
    />
  )
}
