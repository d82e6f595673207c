import { Checkbox, Input, Skeleton, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listOrderSites } from '#api/shop/choices/order-choices'
import { requestWords } from '#api/shop/words'
import * as m from '#messages/shop'
import type { CompanyPlace } from '../../../app/company/company-place.ts'
import { isProblem, problemMessage } from '../../../platform/problem.ts'
import { read } from '../../../platform/reading/read.ts'
import { words } from '../../../platform/words.ts'
import { AnchorLink } from '../../../ui/links.tsx'
import order from '../order.module.css'
import classes from '../shop.module.css'

interface SitesChoiceProps {
  readonly place: CompanyPlace
  readonly chosen: readonly string[]
  /** Sites of the line as it was kept, which the first page may not hold. */
  readonly kept: readonly { readonly id: string; readonly name: string }[]
  readonly onChange: (siteIds: string[]) => void
  readonly error: string | null
}

/** Beyond, a field finds them. */
const fewSites = 6

/** The open sites of the company, with a box each. */
export const SitesChoice = ({ place, chosen, kept, onChange, error }: SitesChoiceProps) => {
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 200)
  const all = useQuery(read(listOrderSites, { params: { universe: place.universe, company: place.company } }))
  const found = useQuery(
    read(listOrderSites, { params: { universe: place.universe, company: place.company }, query: q === '' ? {} : { q } }),
  )
  if (all.error && !all.data) return <p role="alert">{isProblem(all.error) ? problemMessage(all.error) : ''}</p>
  if (!all.data) return <Skeleton height={120} />
  const shown = found.data?.items ?? all.data.items
  const hidden = chosen.filter((id) => !shown.some((site) => site.id === id))
  const nameOf = (id: string) => [...all.data.items, ...kept].find((site) => site.id === id)?.name ?? m.shop_site_unnamed()
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <Stack gap="sm">
      {all.data.items.length > fewSites ? (
        <TextInput
          type="search"
          maw={360}
          aria-label={m.shop_find_site()}
          placeholder={m.shop_find_site()}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      ) : null}
      <ul className={order.siteList} aria-label={words(requestWords.sites)}>
        {shown.map(({ id, name, street, postcode, city }) => (
          <li key={id}>
            <Checkbox
              checked={chosen.includes(id)}
              onChange={() => toggle(id)}
              label={name}
              description={[street, [postcode, city].join(' ')].filter(Boolean).join(', ')}
              error={error !== null}
            />
          </li>
        ))}
        {hidden.map((id) => (
          <li key={id}>
            <Checkbox checked onChange={() => toggle(id)} label={nameOf(id)} />
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className={classes.small}>{m.shop_no_site()}</p> : null}
      {error ? <Input.Error role="alert">{error}</Input.Error> : null}
      {all.data.abilities.create ? (
        <AnchorLink {...place.link('newSite')} className={classes.inlineLink}>
          <IconPlus size={14} stroke={1.8} aria-hidden className={classes.glyph} />
          {m.shop_new_site()}
        </AnchorLink>
      ) : null}
    </Stack>
  )
}
