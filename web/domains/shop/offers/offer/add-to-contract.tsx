import { Radio } from '@mantine/core'
import { IconShoppingCartPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { OfferPage as Offer } from '#api/catalog/offers/offers'
import { pages } from '#api/pages'
import type { OwnedOffer } from '#api/shop/baskets/owned-offers'
import * as m from '#messages/shop'
import { words } from '../../../../platform/words.ts'
import { AnchorLink, ButtonLink } from '../../../../ui/links.tsx'
import classes from '../../shop.module.css'
import { useShopPlace } from '../../shop-place.ts'

interface AddToContractProps {
  readonly offer: Offer
  /** The offers that it adds to, as the catalogue has them. */
  readonly bases: readonly { readonly code: string; readonly name: Offer['name'] }[]
  readonly owned: ((code: string) => OwnedOffer | undefined) | undefined
}

/** An addition begins with the contract that it changes: the only one is chosen; without one, the offers that it adds to. */
export const AddToContract = ({ offer, bases, owned }: AddToContractProps) => {
  const { universe, company, search } = useShopPlace()
  const [chosen, choose] = useState<string | null>(null)
  if (company === null) return <p>{m.shop_addition_client_first()}</p>
  if (!owned) return null
  const contracts = offer.addsTo.flatMap((code) => owned(code)?.contracts ?? [])
  const open = contracts.filter(({ mayAdd }) => mayAdd)
  if (open.length === 0)
    return (
      <div>
        <p>{contracts.length > 0 ? m.shop_addition_busy() : m.shop_addition_none()}</p>
        <ul className={classes.plainList}>
          {bases.map(({ code, name }) => (
            <li key={code}>
              <AnchorLink to={pages.soldOffer} params={{ universe, offer: code }} search={search}>
                {words(name)}
              </AnchorLink>
            </li>
          ))}
        </ul>
      </div>
    )
  const contract = open.find(({ reference }) => reference === chosen) ?? (open.length === 1 ? open[0] : undefined)
  return (
    <div>
      <Radio.Group label={m.shop_addition_contract()} value={contract?.reference ?? null} onChange={choose}>
        <ul className={classes.plainList}>
          {open.map(({ reference, name, site }) => (
            <li key={reference}>
              <Radio value={reference} label={`${name} · ${reference}`} description={site} />
            </li>
          ))}
        </ul>
      </Radio.Group>
      <ButtonLink
        to={pages.addition}
        params={{ universe, subscription: contract?.reference ?? '' }}
        search={{ ...search, offre: offer.code }}
        disabled={!contract}
        data-disabled={!contract || undefined}
        size="md"
        fullWidth
        mt="sm"
        leftSection={<IconShoppingCartPlus size={18} stroke={1.6} aria-hidden />}
      >
        {contract ? m.shop_order() : m.shop_to_contracts()}
      </ButtonLink>
    </div>
  )
}
