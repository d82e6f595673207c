import type { ResponseOf } from '#api/endpoint'
import { readPendingDecision } from '#api/orders/life/placing'
import { type Order, readOrder } from '#api/orders/reading/orders'
import type { Universe } from '#api/universes'
import { read } from '../../platform/reading/read.ts'
import { showsOthers } from '../../platform/reading/reread.ts'

export const orderQuery = (universe: Universe, order: string) => ({
  ...read(readOrder, { params: { universe, order } }),
  meta: showsOthers<Order>(({ together }) => together.map(({ reference }) => reference)),
})

export const decisionQuery = (universe: Universe, order: string) => ({
  ...read(readPendingDecision, { params: { universe, order } }),
  meta: showsOthers<ResponseOf<typeof readPendingDecision>>(({ waiting }) => waiting),
})
