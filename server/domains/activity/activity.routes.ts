import { exportActivity, listActivity } from '#api/activity/activity'
import { toCsv } from '../../platform/http/csv.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { Problem } from '../../platform/problem.ts'
import { mayReadActivity } from './activity.policy.ts'
import { presentLine } from './activity.presenter.ts'
import * as activity from './activity.repository.ts'

const header = [
  'Date',
  'Auteur',
  'Identifiant',
  'Pour',
  'Univers',
  'Adresse IP',
  'Opération',
  'Objet',
  'Référence',
  'Libellé',
  'Avant',
  'Après',
]

export const activityRoutes: Route[] = [
  route(listActivity, async (ctx, { params, query }) => {
    const { query: lines, page } = activity.page(params.company, query)
    const { scope, rows } = await ctx.read(activity.company(params.company), lines)
    if (!mayReadActivity(scope)) throw new Problem('forbidden')
    if (rows[0].length === 0) throw new Problem('not_found')
    return page(rows[1], presentLine)
  }),
  route(exportActivity, async (ctx, { params, query }, reply) => {
    const { scope, rows } = await ctx.read(activity.company(params.company), activity.lines(params.company, query))
    if (!mayReadActivity(scope)) throw new Problem('forbidden')
    if (rows[0].length === 0) throw new Problem('not_found')
    const cells = rows[1]
      .map(presentLine)
      .map((line) => [
        line.at,
        line.actorName,
        line.actorLogin,
        line.onBehalfOf,
        line.universe,
        line.ip,
        line.action,
        line.objectKind,
        line.objectReference,
        line.objectLabel,
        line.before && JSON.stringify(line.before),
        line.after && JSON.stringify(line.after),
      ])
    reply.file(toCsv(header, cells), `activite-${params.company}.csv`)
  }),
]
