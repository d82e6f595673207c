import { Group, Select, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { Commune } from '#api/companies/sites/communes'
import * as m from '#messages/companies'
import { communesQuery } from '../communes.queries.ts'
import type { SiteContractForm } from './site-values.ts'

/** Beyond this a commune of many postcodes shows the first ones only. */
const postcodesText = ({ postcodes }: Commune): string =>
  postcodes.length > 3 ? `${postcodes.slice(0, 3).join(', ')}…` : postcodes.join(', ')

/** The commune from the official list, by name or postcode; keeps its INSEE code, its name, and its postcode where it has only one. */
export const CommuneField = ({ form }: { readonly form: SiteContractForm }) => {
  const [postcode, code, city] = useWatch({ control: form.control, name: ['postcode', 'communeCode', 'city'] })
  const [typed, setTyped] = useState(city)
  const [query] = useDebouncedValue(typed.trim(), 150)
  const isPostcode = /^\d{5}$/.test(postcode.trim())
  const isChosenName = code !== null && query === city
  const search = query !== '' && !isChosenName ? { q: query } : isPostcode ? { postcode: postcode.trim() } : query ? { q: query } : {}
  const found = useQuery(communesQuery(search)).data?.items ?? []
  const communes =
    code !== null && !found.some((one) => one.code === code) ? [{ code, name: city, postcodes: [postcode] }, ...found] : found

  const choose = (commune: Commune | undefined) => {
    form.setValue('communeCode', commune?.code ?? null, { shouldDirty: true, shouldValidate: true })
    form.setValue('city', commune?.name ?? '', { shouldDirty: true, shouldValidate: commune !== undefined })
    const only = commune?.postcodes.length === 1 ? commune.postcodes[0] : undefined
    const first = commune && !commune.postcodes.includes(postcode.trim()) ? (only ?? '') : undefined
    if (first !== undefined) form.setValue('postcode', first, { shouldDirty: true, shouldValidate: first !== '' })
    if (commune) setTyped(commune.name)
  }

  // A postcode of one commune tells it.
  const { data: here } = useQuery(communesQuery(isPostcode ? { postcode: postcode.trim() } : {}))
  const single = isPostcode && here?.items.length === 1 && here.items[0]?.postcodes.includes(postcode.trim()) ? here.items[0] : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a commune that the postcode newly designates fills the field
  useEffect(() => {
    if (single && code === null) choose(single)
  }, [single?.code])

  const { errors } = form.formState
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
      nothingFoundMessage={query === '' && !isPostcode ? m.companies_commune_type() : m.companies_commune_none()}
      data={communes.map((commune) => ({ value: commune.code, label: commune.name }))}
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const commune = communes.find((one) => one.code === option.value)
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
      onChange={(value) => choose(communes.find((one) => one.code === value))}
      error={errors.communeCode?.message ?? errors.city?.message}
    />
  )
}
