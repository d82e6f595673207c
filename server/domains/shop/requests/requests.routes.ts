import {
  declinePurchaseRequest,
  listPurchaseRequests,
  readPurchaseRequest,
  sendPurchaseRequest,
  takePurchaseRequest,
} from '#api/shop/requests/purchase-requests'
import { requestStateWords, requestWords } from '#api/shop/words'
import { type Route, route } from '../../../platform/http/route.ts'
import { instantColumn, textColumn } from '../../../platform/lists/export-columns.ts'
import { listRoutes } from '../../../platform/lists/list-routes.ts'
import { declineRequest, sendRequest, takeRequest } from './answer-request.ts'
import { presentRequestRow, readRequest } from './present-request.ts'
import { page } from './requests.repository.ts'

/** What an operator's client asks of its operator. */
export const requestRoutes: Route[] = [
  ...listRoutes(listPurchaseRequests, {
    page: ({ filters }, order) => page(filters, order),
    present: () => presentRequestRow,
    file: {
      name: { fr: 'demandes', en: 'requests' },
      columns: () => [
        instantColumn(requestWords.requestedAt, ({ requestedAt }) => requestedAt),
        textColumn(requestWords.company, ({ company }) => company.name),
        textColumn(requestWords.offers, ({ offers }) => ({
          fr: offers.map(({ fr }) => fr).join(', '),
          en: offers.map(({ en }) => en).join(', '),
        })),
        textColumn(requestWords.state, ({ state }) => requestStateWords[state]),
        textColumn(requestWords.sites, ({ sites }) => sites.join(', ')),
        textColumn(requestWords.message, ({ excerpt }) => excerpt),
        textColumn(requestWords.requestedBy, ({ requestedBy }) => requestedBy),
        instantColumn(requestWords.answeredAt, ({ answeredAt }) => answeredAt),
      ],
    },
  }),
  route(readPurchaseRequest, (ctx, { params }) => readRequest(ctx, params.request)),
  route(sendPurchaseRequest, (ctx, { params, body }) => ctx.write((tx) => sendRequest(tx, params.company, body))),
  route(takePurchaseRequest, (ctx, { params, body }) => ctx.write((tx) => takeRequest(tx, params.request, body.version))),
  route(declinePurchaseRequest, (ctx, { params, body }) => ctx.write((tx) => declineRequest(tx, params.request, body))),
]
