import type { BodyOf } from '#api/endpoint'
import type { Basket, acceptPrices as endpoint } from '#api/shop/baskets/baskets'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { Problem } from '../../../platform/problem.ts'
import { amountsOf, sameAmounts } from '../lines/assess-line.ts'
import { loadBasket } from './load-basket.ts'
import { presentBasket } from './present-basket.ts'
import { holdBasket, touchBasket } from './write-line.ts'

/** Accepts prices as they were told. What moved again since is told again. */
export const acceptNewPrices = async (
  tx: ScopedTransaction,
  reference: string,
  { lines: accepted }: BodyOf<typeof endpoint>,
): Promise<Basket> => {
  const { customer, basket } = await holdBasket(tx, reference)
  const loaded = await loadBasket(tx, customer, basket)
  for (const { id, price } of accepted) {
    const line = loaded.lines.find(({ draft }) => draft.id === id)
    if (!line) throw new Problem('not_found')
    if (line.standing === 'withdrawn') throw new Problem('offer_expired')
    if (line.standing === 'not_allowed') throw new Problem('offer_not_allowed')
    if (!sameAmounts(price, line.price)) throw new Problem('price_changed', { current: presentBasket(tx.scope, loaded) })
    const seen = amountsOf(line.price)
    await tx.run(
      db
        .updateTable('basket_lines')
        .set({ seen: seen && JSON.stringify(seen), offer_version_id: line.version.id, version: line.draft.version + 1 })
        .where('id', '=', id),
    )
  }
  return presentBasket(tx.scope, await loadBasket(tx, customer, await touchBasket(tx, basket)))
}
