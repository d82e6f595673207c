import {
  placeOrder as placeEndpoint,
  readPendingDecision,
  refuseOrder as refuseEndpoint,
  validateOrder as validateEndpoint,
} from '#api/orders/life/placing'
import { type Route, route } from '../../../../platform/http/route.ts'
import { readDecision, refuseOrder, validateOrder } from './decide-order.ts'
import { placeOrder } from './place-order.ts'

/** « Commander », and what the client decides on orders entered for it. */
export const placingRoutes: Route[] = [
  route(placeEndpoint, (ctx, { params, body }) => ctx.write((tx) => placeOrder(tx, params.company, body))),
  route(readPendingDecision, (ctx, { params }) => readDecision(ctx, params.order)),
  route(validateEndpoint, (ctx, { params, body }) => ctx.write((tx) => validateOrder(tx, params.order, body))),
  route(refuseEndpoint, (ctx, { params, body }) => ctx.write((tx) => refuseOrder(tx, params.order, body))),
]
