import { cancelOrder, commentOrder, downloadOrderDocument, listOrders, readOrder } from '#api/orders/reading/orders'
import { dayOf } from '../../../platform/clock.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { listRoutes } from '../../../platform/lists/list-routes.ts'
import { Problem } from '../../../platform/problem.ts'
import { cancelOrder as cancel } from '../life/cancel-order.ts'
import { commentOrder as comment } from '../life/comment-order.ts'
import { orderColumns, presentOrderRow } from './order.presenter.ts'
import * as orders from './order.repository.ts'
import { readOrder as read } from './read-order.ts'

export const ordersRoutes = ({ files }: { readonly files: FileStore }): Route[] => [
  ...listRoutes(listOrders, {
    page: ({ filters }, order) => orders.page(filters, order),
    // What runs is counted for the home page; the history of a partner or of the carrier would be read as a whole.
    counted: ({ filters }) => (filters.state === 'running' ? orders.count(filters) : null),
    present:
      (_, { now }) =>
      (row) =>
        presentOrderRow(row, dayOf(now).toString()),
    file: { name: { fr: 'commandes', en: 'orders' }, columns: () => orderColumns() },
  }),
  route(readOrder, (ctx, { params }) => read(ctx, params.order)),
  route(cancelOrder, (ctx, { params, body }) => ctx.write((tx) => cancel(tx, params.order, body))),
  route(commentOrder, (ctx, { params, body }) => ctx.write((tx) => comment(tx, params.order, body.body))),
  route(downloadOrderDocument, async (ctx, { params }, reply) => {
    const { documents } = await ctx.read({ documents: orders.documents(params.order) })
    const document = documents.find(({ id }) => id === params.document)
    if (!document) throw new Problem('not_found')
    reply.file(await files.open(document.storage_key), document.name)
  }),
]
