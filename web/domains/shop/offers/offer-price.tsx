import type { OfferPrice } from '#api/catalog/offers/offers'
import * as m from '#messages/shop'
import classes from '../shop.module.css'
import { priceTexts } from '../shop-labels.ts'

/** « À partir de 192,00 € HT/mois », or « Prix sur demande ». */
export const OfferPriceText = ({ price }: { readonly price: OfferPrice }) => {
  const texts = priceTexts(price)
  if (!texts) return <p className={classes.onRequest}>{m.shop_on_request()}</p>
  return (
    <p className={classes.price}>
      <span className={classes.small}>{m.shop_from()}</span> <strong>{texts.main}</strong>
      {texts.beside ? <span className={classes.beside}>{texts.beside}</span> : null}
    </p>
  )
}

/** What an operator's clients read, under what it pays. */
export const ResaleText = ({ resale }: { readonly resale: OfferPrice | null | undefined }) => {
  if (resale === undefined) return null
  const texts = resale && priceTexts(resale)
  return <p className={classes.small}>{texts ? m.shop_you_resell({ amount: texts.main }) : m.shop_you_resell_on_request()}</p>
}
