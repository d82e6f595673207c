import { Checkbox } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { OfferCard, OfferPrice } from '#api/catalog/offers/offers'
import { pages } from '#api/pages'
import type { OwnedOffer } from '#api/shop/baskets/owned-offers'
import * as m from '#messages/shop'
import { words } from '../../../platform/words.ts'
import { AnchorLink } from '../../../ui/links.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { FamilyGlyph } from '../../catalog/families/family-glyph.tsx'
import classes from '../shop.module.css'
import { useShopPlace } from '../shop-place.ts'
import { OfferPriceText, ResaleText } from './offer-price.tsx'

interface OfferTileProps {
  readonly offer: OfferCard
  /** Undefined: the reader resells nothing. */
  readonly resale?: OfferPrice | null | undefined
  /** What the company has of it already. */
  readonly owned: OwnedOffer | undefined
  readonly isCompared: boolean
  readonly canCompare: boolean
  readonly onCompare: () => void
}

/** An offer in a few words; the whole card opens its page. */
export const OfferTile = ({ offer, resale, owned, isCompared, canCompare, onCompare }: OfferTileProps) => {
  const { universe, search, forClient } = useShopPlace()
  const shortest = Math.min(...offer.commitments.map(({ months }) => months))
  return (
    <li className={classes.offer}>
      <div className={classes.offerHead}>
        <span className={classes.familyIcon} aria-hidden>
          <FamilyGlyph family={offer.family} size={20} />
        </span>
        <h3>
          <Link to={pages.soldOffer} params={{ universe, offer: offer.code }} search={search} className={classes.cover}>
            {words(offer.name)}
          </Link>
        </h3>
      </div>
      {offer.kind === 'addition' || owned ? (
        <div className={classes.marks}>
          {offer.kind === 'addition' ? <StateBadge tone="info" label={m.shop_addition()} /> : null}
          {owned ? (
            <AnchorLink to={pages.subscriptions} params={{ universe }} search={{ name: offer.name.fr }} className={classes.above} fz="sm">
              {(forClient ? m.shop_owned_by_client : m.shop_owned)({ count: owned.count })}
              <span className="visually-hidden"> : {words(offer.name)}</span>
            </AnchorLink>
          ) : null}
        </div>
      ) : null}
      <p className={classes.summary}>{words(offer.summary)}</p>
      <div className={classes.offerFoot}>
        <OfferPriceText price={offer.price} />
        <ResaleText resale={resale} />
        <span className={classes.small}>
          <IconClock size={14} stroke={1.6} aria-hidden className={classes.glyph} />
          {m.shop_delivered_in({ count: offer.delivery.announcedDays })}
          {Number.isFinite(shortest) && shortest > 0 ? ` · ${m.shop_commitment_from({ count: shortest })}` : ''}
        </span>
        <Checkbox
          size="xs"
          className={`${classes.above} ${classes.compare}`}
          checked={isCompared}
          disabled={!canCompare}
          onChange={onCompare}
          label={m.shop_compare()}
          aria-label={m.shop_compare_offer({ name: words(offer.name) })}
        />
      </div>
    </li>
  )
}
