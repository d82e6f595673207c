import type { OfferCard } from '#api/catalog/offers/offers'

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The offers of a family that hold every word, in name, summary or code; accents and case do not count. */
export const findOffers = (offers: readonly OfferCard[], query = '', family?: string): readonly OfferCard[] => {
  const wanted = plain(query).split(/\s+/).filter(Boolean)
  return offers.filter((offer) => {
    if (family !== undefined && offer.family !== family) return false
    const text = plain([offer.name.fr, offer.name.en, offer.summary.fr, offer.summary.en, offer.code].join(' '))
    return wanted.every((word) => text.includes(word))
  })
}
