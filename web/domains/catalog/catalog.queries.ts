import { listAdminOffers } from '#api/catalog/admin/offer-versions'
import { call } from '../../platform/call.ts'
import { gather } from '../../platform/reading/read.ts'

const params = { universe: 'carrier' } as const

/** Every offer, page after page: what can be added to, and the names behind codes. */
export const everyOfferQuery = () =>
  gather('catalog', 'every offer', {}, async (signal) => {
    const first = await call(listAdminOffers, { params, query: {}, signal })
    const items = [...first.items]
    for (let { next } = first; next; ) {
      const page = await call(listAdminOffers, { params, query: { cursor: next }, signal })
      items.push(...page.items)
      next = page.next
    }
    return items
  })
