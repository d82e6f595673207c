import { sql } from 'kysely'
import { readHome } from '#api/home/home'
import { holds } from '../../platform/context.ts'
import { db } from '../../platform/db/query.ts'
import { first } from '../../platform/db/questions.ts'
import { type Route, route } from '../../platform/http/route.ts'

const count = sql<number>`count(*)::int`.as('count')

export const homeRoutes: Route[] = [
  // Entered with no right in particular: each count is shown only under the right that its list asks for.
  route(readHome, async (ctx) => {
    const own = sql<string>`(select app.company_id())`
    const { scope, invited, mandates, proposals } = await ctx.read({
      invited: first(db.selectFrom('users').where('state', '=', 'invited').where('company_id', '=', own).select(count)),
      mandates: first(db.selectFrom('payment_details').where('mandate_state', '=', 'to_sign').where('company_id', '=', own).select(count)),
      proposals: first(db.selectFrom('company_proposals').where('state', '=', 'pending').select(count)),
    })
    const everywhere = (template: 'company.read' | 'company.write' | 'carrier.administer') => scope.grants[template] === 'all'
    const waiting = [
      { code: 'invited_users', count: invited?.count ?? 0, shown: everywhere('company.write') },
      { code: 'mandates_to_sign', count: mandates?.count ?? 0, shown: everywhere('company.write') && scope.universe === 'client' },
      { code: 'proposals', count: proposals?.count ?? 0, shown: holds(scope, 'carrier.administer') },
    ]
    return {
      waiting: waiting
        .filter((item) => item.shown && item.count > 0)
        .map(({ code, count: total }) => ({ module: 'company' as const, code, count: total })),
    }
  }),
]
