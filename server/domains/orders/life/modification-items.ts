import { type Configuration, changedKeys, keyOfItem, type ModificationItem, modificationItems } from '#api/catalog/rules/modification'
import type { CharacteristicValues, OfferDefinition, PriceItem, PriceList } from '#api/catalog/rules/offer-definition'
import { db, type Transaction } from '../../../platform/db/query.ts'
import { Problem } from '../../../platform/problem.ts'
import type { SubscriptionRow } from '../../subscriptions/lock-subscription.ts'
import { formInWords } from '../reading/order-words.ts'
import type { LockedOrder } from './lock-order.ts'

interface Form {
  readonly definition: OfferDefinition
  readonly values: CharacteristicValues
}

/** What changes without changing any price stands among the items too, in words: « Codec : G.711 → Opus ». */
export const withUnpriced = (items: readonly ModificationItem[], before: Form, after: Form): ModificationItem[] => {
  const was = new Map(formInWords(before.definition, before.values).map((answer) => [answer.key, answer]))
  const is = new Map(formInWords(after.definition, after.values).map((answer) => [answer.key, answer]))
  const unpriced = changedKeys(before.values, after.values).filter((key) => !items.some(({ item }) => keyOfItem(item) === key))
  return [
    ...items,
    ...unpriced.flatMap((key): ModificationItem[] => {
      const label = (is.get(key) ?? was.get(key))?.label
      if (!label) return []
      const words = (language: 'fr' | 'en', colon: string) =>
        `${label[language]}${colon}${was.get(key)?.value[language] ?? '—'} → ${is.get(key)?.value[language] ?? '—'}`
      return [
        {
          action: 'modify',
          item: key,
          label: { fr: words('fr', ' : '), en: words('en', ': ') },
          quantityBefore: null,
          quantityAfter: null,
          unitOneOffCents: 0,
          unitMonthlyCents: 0,
        },
      ]
    }),
  ]
}

const pricesOf = async (tx: Transaction, versionId: string, list: PriceList): Promise<PriceItem[]> =>
  (await tx.all(db.selectFrom('offer_prices').where('version_id', '=', versionId).where('price_list', '=', list).selectAll())).map(
    (row) => ({
      item: row.item,
      oneOffCents: row.one_off_cents,
      monthlyCents: row.monthly_cents,
      steps: row.steps,
    }),
  )

const contractedForm = async (tx: Transaction, contract: SubscriptionRow) => {
  const version = await tx.first(db.selectFrom('offer_versions').where('id', '=', contract.offer_version_id).select('definition'))
  const held = await tx.first(
    db
      .selectFrom('commitments as c')
      .leftJoin('orders as o', 'o.id', 'c.order_id')
      .where('c.subscription_id', '=', contract.id)
      .where((or) => or.or([or('o.kind', 'is', null), or('o.kind', 'in', ['creation', 'modification'])]))
      .orderBy('c.starts_on', 'desc')
      .orderBy('c.id')
      .select('c.months'),
  )
  if (!version) throw new Problem('not_found')
  return { definition: version.definition, months: held?.months ?? 0 }
}

/** The items of a running modification, computed again for other values. Carrier and worker only. */
export const itemsOfModification = async (
  tx: Transaction,
  order: LockedOrder,
  contract: SubscriptionRow,
  after: Form & { readonly prices: readonly PriceItem[] },
): Promise<ModificationItem[]> => {
  const { definition, months } = await contractedForm(tx, contract)
  const fee = await tx.first(db.selectFrom('subscription_prices').where('subscription_id', '=', contract.id).select('lines'))
  const before: Configuration = {
    versionId: contract.offer_version_id,
    definition,
    prices: await pricesOf(tx, contract.offer_version_id, order.payer_id === order.company_id ? 'public' : 'wholesale'),
    values: contract.values,
    months,
  }
  const wanted: Configuration = { ...after, versionId: order.offer_version_id, months: order.commitment_months || months }
  return withUnpriced(modificationItems(fee?.lines ?? [], before, wanted), before, after)
}
