import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listOrderClients } from '#api/shop/choices/order-choices'
import { requestWords } from '#api/shop/words'
import type { Universe } from '#api/universes'
import * as m from '#messages/shop'
import { read } from '../../../../platform/reading/read.ts'
import { words } from '../../../../platform/words.ts'

interface CustomerPickerProps {
  readonly universe: Universe
  readonly onChoose: (reference: string) => void
}

/** One of the caller's clients, found by name, reference or SIREN. */
export const CustomerPicker = ({ universe, onChoose }: CustomerPickerProps) => {
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 200)
  const { data } = useQuery(read(listOrderClients, { params: { universe }, query: q === '' ? {} : { q } }))
  const clients = data?.items ?? []
  return (
    <Select
      label={words(requestWords.company)}
      placeholder={m.shop_client_hint()}
      maw={460}
      data={clients.map(({ reference, name, city }) => ({ value: reference, label: `${name} · ${reference} · ${city}` }))}
      value={null}
      onChange={(reference) => reference !== null && onChoose(reference)}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has already chosen: what it found is shown whole.
      filter={({ options }) => options}
      nothingFoundMessage={m.shop_client_none()}
    />
  )
}
