import type { OfferCard } from '#api/catalog/offers/offers'
import type { CommitmentOption, OfferDefinition } from '#api/catalog/rules/offer-definition'
import * as m from '#messages/shop'
import { commitmentLabel, percentLabel } from '../../shop-labels.ts'

/** « 36 mois (− 12 %) ». */
const commitmentText = ({ months, discountBasisPoints }: CommitmentOption, tellsDiscount: boolean): string =>
  discountBasisPoints === 0 || !tellsDiscount
    ? commitmentLabel(months)
    : m.shop_commitment_discount({ commitment: commitmentLabel(months), percent: percentLabel(discountBasisPoints) })

/** Lengths on offer; discounts are on the carrier's prices, told to who reads these only. */
export const commitmentsText = (commitments: readonly CommitmentOption[], prices: unknown): string =>
  commitments.map((one) => commitmentText(one, prices !== null)).join(', ')

export const noticeText = ({ notice: { count, unit } }: Pick<OfferDefinition, 'notice'>): string =>
  unit === 'day' ? m.shop_days({ count }) : m.shop_months({ count })

/** What becomes of the contract when its commitment is over. */
export const renewalText = ({ tacitRenewal }: Pick<OfferDefinition, 'tacitRenewal'>): string =>
  tacitRenewal ? m.shop_renewal_tacit() : m.shop_renewal_none()

/** Whether an offer binds for some time: without it, nothing is renewed. */
export const binds = ({ commitments }: Pick<OfferDefinition, 'commitments'>): boolean => commitments.some(({ months }) => months > 0)

/** « 45 jours annoncés ; 8 livraisons sur 10 en 41 jours au plus ». */
export const leadTimeText = ({ announcedDays, usualDays }: OfferCard['delivery']): string => {
  const announced = m.shop_announced({ count: announcedDays })
  return usualDays === null ? announced : `${announced} ; ${m.shop_usual({ count: usualDays })}`
}
