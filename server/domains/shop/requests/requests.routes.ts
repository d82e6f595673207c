import {
  declinePurchaseRequest,
  listPurchaseRequests,
  readPurchaseRequest,
  sendPurchaseRequest,
  takePurchaseRequest,
} from '#api/shop/requests/purchase-requests'
import { type Route, route } from '../../../platform/http/route.ts'
import { declineRequest, sendRequest, takeRequest } from './answer-request.ts'
import { presentRequestRow, readRequest } from './present-request.ts'
import { page } from './requests.repository.ts'

/** What an operator's client asks of its operator. */
export const requestRoutes: Route[] = [
  route(listPurchaseRequests, async (ctx, { query }) => {
    const { query: paged, page: present } = page(query)
    const { rows } = await ctx.read(paged)
    return present(rows[0], presentRequestRow)
  }),
  route(readPurchaseRequest, (ctx, { params }) => readRequest(ctx, params.request)),
  route(sendPurchaseRequest, (ctx, { params, body }) => ctx.write((tx) => sendRequest(tx, params.company, body))),
  route(takePurchaseRequest, (ctx, { params, body }) => ctx.write((tx) => takeRequest(tx, params.request, body.version))),
  route(declinePurchaseRequest, (ctx, { params, body }) => ctx.write((tx) => declineRequest(tx, params.request, body))),
]
