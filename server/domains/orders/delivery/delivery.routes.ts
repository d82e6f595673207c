import {
  addStep,
  amendOrder,
  attachDocument,
  blockStep,
  completeDelivery,
  declareImpossible,
  handOver,
  listPilots,
  moveStep,
  noteOrder,
  planDelivery,
  previewAmendment,
  removeStep,
  startDelivery,
  takeOver,
} from '#api/orders/delivery/delivery'
import { readOrderForm } from '#api/orders/reading/order-form'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { noteOrder as note } from '../life/comment-order.ts'
import { queueRoutes } from '../queue/queue.routes.ts'
import { readOrderForm as readForm } from '../reading/read-order-form.ts'
import { amendOrder as amend } from './amend-order.ts'
import { attachDocument as attach } from './attach-document.ts'
import { completeDelivery as complete } from './complete-delivery.ts'
import { declareImpossible as impossible } from './declare-impossible.ts'
import * as plan from './plan-delivery.ts'
import { startDelivery as start } from './start-delivery.ts'
import * as pilots from './take-over.ts'
import { previewAmendment as preview } from './weigh-amendment.ts'
import * as steps from './work-on-steps.ts'

export const deliveryRoutes = ({ files }: { readonly files: FileStore }): Route[] => [
  ...queueRoutes,
  route(listPilots, async (ctx) => {
    const { scope, people, orders } = await ctx.read({ people: pilots.pilots, orders: pilots.runningByPilot })
    const running = new Map(orders.map((row) => [row.pilot_user_id, row.running]))
    return {
      items: people.map(({ id, login, display_name }) => ({
        login,
        name: display_name,
        running: running.get(id) ?? 0,
        isSelf: id === scope.userId,
      })),
    }
  }),
  route(readOrderForm, (ctx, { params }) => readForm(ctx, params.order)),
  route(takeOver, (ctx, { params, body }) => ctx.write((tx) => pilots.takeOver(tx, params.order, body))),
  route(handOver, (ctx, { params, body }) => ctx.write((tx) => pilots.handOver(tx, params.order, body))),
  route(startDelivery, (ctx, { params, body }) => ctx.write((tx) => start(tx, params.order, body.version))),
  route(planDelivery, (ctx, { params, body }) => ctx.write((tx) => plan.planDelivery(tx, params.order, body))),
  route(amendOrder, (ctx, { params, body }) => ctx.write((tx) => amend(tx, params.order, body))),
  route(previewAmendment, (ctx, { params, body }) => ctx.write((tx) => preview(tx, params.order, body))),
  route(completeDelivery, (ctx, { params, body }) => ctx.write((tx) => complete(tx, params.order, body))),
  route(declareImpossible, (ctx, { params, body }) => ctx.write((tx) => impossible(tx, params.order, body))),
  route(addStep, (ctx, { params, body }) => ctx.write((tx) => plan.addStep(tx, params.order, body))),
  route(removeStep, (ctx, { params, query }) => ctx.write((tx) => plan.removeStep(tx, params.order, params.step, Number(query.version)))),
  route(moveStep, (ctx, { params, body }) => ctx.write((tx) => steps.moveStep(tx, params.order, params.step, body))),
  route(blockStep, (ctx, { params, body }) => ctx.write((tx) => steps.blockStep(tx, params.order, params.step, body))),
  route(noteOrder, (ctx, { params, body }) => ctx.write((tx) => note(tx, params.order, body.body))),
  route(attachDocument, (ctx, { params, query, stream }) => attach(ctx, files, params.order, query, stream)),
]
