import { IconLayoutGrid } from '@tabler/icons-react'
import { Link, useSearch } from '@tanstack/react-router'
import type { OfferFamily } from '#api/catalog/families/offer-families'
import { pages } from '#api/pages'
import * as m from '#messages/shop'
import { useUniverse } from '../../../platform/session.ts'
import { words } from '../../../platform/words.ts'
import { familyGlyphs } from '../../catalog/families/family-icons.ts'
import classes from '../shop.module.css'

interface Family extends OfferFamily {
  readonly offers: number
}

/** The families as tiles; the one that the address names is pressed. */
export const FamilyTiles = ({ families }: { readonly families: readonly Family[] }) => {
  const universe = useUniverse()
  const { famille } = useSearch({ from: pages.shop })
  const all = families.reduce((sum, { offers }) => sum + offers, 0)
  const tiles = [
    { code: undefined, label: m.shop_all_families(), offers: all, Glyph: IconLayoutGrid },
    ...families.map(({ code, name, icon, offers }) => ({ code, label: words(name), offers, Glyph: familyGlyphs[icon] })),
  ]
  return (
    <nav aria-label={m.shop_families()}>
      <ul className={classes.families}>
        {tiles.map(({ code, label, offers, Glyph }) => (
          <li key={code ?? 'all'}>
            <Link
              to={pages.shop}
              params={{ universe }}
              search={({ famille: _, ...search }) => (code === undefined ? search : { ...search, famille: code })}
              activeOptions={{ includeSearch: true }}
              aria-current={famille === code ? 'true' : undefined}
              className={classes.familyTile}
              resetScroll={false}
            >
              <span className={classes.familyIcon} aria-hidden>
                <Glyph size={22} stroke={1.5} />
              </span>
              <span className={classes.familyName}>{label}</span>
              <span className={classes.small}>{m.shop_offers({ count: offers })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
