import {
  attachTerminationLetter,
  enterTermination,
  previewTermination,
  readTerminationDecision,
  requestTermination,
  validateTermination,
  withdrawTermination,
} from '#api/orders/termination/terminations'
import { dayOf } from '../../../platform/clock.ts'
import { found } from '../../../platform/db/questions.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { Problem } from '../../../platform/problem.ts'
import type { Tools } from '../../../tools.ts'
import { readDecision, validateTermination as validate } from './asking/decide-termination.ts'
import { placeTermination } from './asking/place-termination.ts'
import { computeTermination, judgeWish } from './compute-termination.ts'
import { mayEnterTermination } from './termination.policy.ts'
import { presentPreview } from './termination.presenter.ts'
import * as facts from './termination-facts.ts'
import { attachLetter } from './termination-letter.ts'
import { withdrawTermination as withdraw } from './withdraw-termination.ts'

const preview = route(previewTermination, async (ctx, { params, query }) => {
  const reference = params.subscription
  const today = dayOf(ctx.request.now).toString()
  const { scope, contract } = await ctx.read({ contract: found(facts.contract(reference)) })
  // The database refuses amounts to an operator's client: they are not even asked for.
  if (scope.isEndClient) throw new Problem('forbidden')
  const byStaff = mayEnterTermination(scope)
  const wish = {
    wishedOn: query.wishedOn ?? (byStaff && query.requestedOn ? query.requestedOn : today),
    requestedOn: (byStaff ? query.requestedOn : undefined) ?? today,
    origin: byStaff ? (query.origin ?? 'letter') : ('portal' as const),
  }
  judgeWish(wish, contract, today)
  const known = await facts.readFacts(ctx, scope, reference)
  return presentPreview(scope, known, computeTermination(known, wish, today))
})

const withdrawRoute = route(withdrawTermination, (ctx, { params }) => ctx.write((tx) => withdraw(tx, params.subscription)))

export const terminationRoutes = ({ files }: Pick<Tools, 'files'>): Route[] => [
  preview,
  route(requestTermination, (ctx, { params, body }) =>
    ctx.write((tx) => placeTermination(tx, params.subscription, { ...body, origin: 'portal' })),
  ),
  route(enterTermination, (ctx, { params, body }) => ctx.write((tx) => placeTermination(tx, params.subscription, body))),
  withdrawRoute,
  route(readTerminationDecision, (ctx, { params }) => readDecision(ctx, params.order)),
  route(validateTermination, (ctx, { params, body }) => ctx.write((tx) => validate(tx, params.order, body))),
  route(attachTerminationLetter, (ctx, { params, query, stream }) =>
    attachLetter(ctx, files, params.subscription, { name: query.name, content: stream }),
  ),
]
