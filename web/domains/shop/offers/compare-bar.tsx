import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { OfferCard } from '#api/catalog/offers/offers'
import { pages } from '#api/pages'
import * as common from '#messages/common'
import * as m from '#messages/shop'
import { words } from '../../../platform/words.ts'
import { ButtonLink } from '../../../ui/links.tsx'
import classes from '../shop.module.css'
import { useShopPlace } from '../shop-place.ts'

interface CompareBarProps {
  readonly offers: readonly OfferCard[]
  readonly onRemove: (code: string) => void
  readonly onClear: () => void
}

/** The offers chosen to be compared, at the bottom of the screen. */
export const CompareBar = ({ offers, onRemove, onClear }: CompareBarProps) => {
  const { universe, search } = useShopPlace()
  if (offers.length === 0) return null
  const offres = offers.map(({ code }) => code).join(',')
  return (
    <section className={classes.compareBar} aria-label={m.shop_comparison()}>
      <ul>
        {offers.map(({ code, name }) => (
          <li key={code}>
            {words(name)}
            <ActionIcon size="sm" aria-label={m.shop_compare_remove({ name: words(name) })} onClick={() => onRemove(code)}>
              <IconX size={14} stroke={1.6} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <span className={classes.small}>{offers.length === 1 ? m.shop_compare_more() : null}</span>
      <Button variant="subtle" onClick={onClear}>
        {common.action_clear()}
      </Button>
      <ButtonLink
        to={pages.comparison}
        params={{ universe }}
        search={{ ...search, offres }}
        disabled={offers.length < 2}
        data-disabled={offers.length < 2 || undefined}
      >
        {m.shop_compare()}
      </ButtonLink>
    </section>
  )
}
