import { type Home, type HomeCount, type HomeTodo, todoKinds } from '#api/home/home'
import { orderReaders } from '#api/orders/reading/orders'
import { holds, type Scope } from '../../platform/context.ts'
import type { RowsOf } from '../../platform/db/query.ts'
import { presentDay } from './day/present-day.ts'
import type * as home from './home.repository.ts'
import { type OrderRow, presentOrder } from './home-order.ts'
import { type Counted, counted, todo, todoOfOrders } from './todo/todo-lines.ts'

type Rows<K extends keyof typeof home> = (typeof home)[K] extends (...args: never[]) => infer Q ? RowsOf<Q> : never

/** What was read, by universe: null is never asked there. */
export interface HomeParts {
  readonly running: Rows<'runningOrders'> | null
  readonly clients: Rows<'clients'> | null
  readonly slipping: Rows<'slippingOrders'> | null
  readonly loads: Rows<'loads'> | null
  readonly days: Rows<'days'> | null
  readonly invited: Rows<'invited'>
  readonly mandates: Counted
  readonly basket: { readonly count: number } | undefined | null
  readonly requests: Rows<'openRequests'> | null
  readonly proposals: Counted
  readonly mails: Counted
  readonly imports: Counted
  readonly rights: Rows<'heldRights'>
  readonly administrators: Rows<'administrators'>
}

const shownOrders = 5

const readsOrders = (scope: Scope): boolean => orderReaders.some((template) => holds(scope, template))
/** A right limited to sites reads the orders that stay within them. */
const isReadable = (scope: Scope, { site_ids }: OrderRow): boolean =>
  scope.universe === 'carrier' ? readsOrders(scope) : site_ids.every((siteId) => holds(scope, 'orders.manage', siteId))

const counter = (of: HomeCount['of'], count: number, tone: HomeCount['tone']): HomeCount[] => (count > 0 ? [{ of, count, tone }] : [])

/** The home page: what waits, what runs, how many of each, and only what the reader may see. */
export const presentHome = (scope: Scope, today: string, parts: HomeParts): Home => {
  const writesEverywhere = !scope.readOnly && scope.grants['company.write'] === 'all'
  const administers = holds(scope, 'carrier.administer')
  const pilots = scope.universe === 'carrier' && (holds(scope, 'carrier.pilot') || administers)
  const orders = holds(scope, 'orders.manage')
  const readable = (parts.running ?? []).filter((row) => isReadable(scope, row))
  const invited = scope.readOnly ? [] : parts.invited.filter((person) => holds(scope, 'company.write', person.site_id))
  const requests = orders ? (parts.requests ?? []) : []
  const mails = administers || holds(scope, 'carrier.support') ? parts.mails : null
  const ofCompany = writesEverywhere ? parts.mandates : null
  const proposals = administers ? parts.proposals : null
  const imports = administers ? parts.imports : null
  const own = todoOfOrders(scope, readable, today)
  const lines: HomeTodo[] = [
    ...own,
    ...requests.map((row) => todo('answer_request', { reference: row.id, name: row.name, since: row.requested_at.toISOString() })),
    ...counted('answer_proposal', proposals),
    ...invited.slice(0, 5).map((person) =>
      todo('invitation', {
        reference: person.login,
        name: person.display_name,
        since: (person.again_at ?? person.created_at).toISOString(),
      }),
    ),
    ...counted('mandates', ofCompany),
    ...counted('mails', mails),
    ...counted('imports', imports),
  ]
  const inOrder = lines.toSorted((one, other) => todoKinds.indexOf(one.kind) - todoKinds.indexOf(other.kind))
  const isLate = ({ order }: HomeTodo) => order?.when.is === 'late'
  const late = inOrder.filter(isLate)
  const queue = pilots ? presentDay({ slipping: parts.slipping ?? [], loads: parts.loads ?? [], days: parts.days ?? [] }, today) : null
  return {
    today,
    todo: [...late, ...inOrder.filter((line) => !isLate(line))],
    late: late.length,
    counts: [
      ...counter('users', invited.length, 'grey'),
      ...counter('company', ofCompany?.count ?? 0, 'amber'),
      ...counter('orders', own.length, late.length > 0 ? 'red' : 'amber'),
      ...counter('basket', orders ? (parts.basket?.count ?? 0) : 0, 'grey'),
      ...counter('requests', requests[0]?.total ?? 0, 'amber'),
      ...counter('delivery', queue?.late ?? 0, 'red'),
      ...counter('proposals', proposals?.count ?? 0, 'amber'),
      ...counter('mails', mails?.count ?? 0, 'amber'),
      ...counter('imports', imports?.count ?? 0, 'grey'),
    ],
    running:
      scope.universe !== 'carrier' && orders
        ? {
            total: readable.length < (parts.running?.length ?? 0) ? readable.length : (parts.running?.[0]?.total ?? 0),
            orders: readable.slice(0, shownOrders).map((row) => presentOrder(row, today)),
          }
        : null,
    clients:
      parts.clients && orders
        ? parts.clients.map((row) => ({
            company: { reference: row.reference, name: row.name },
            running: row.running,
            late: row.late,
            toDecide: row.to_decide,
          }))
        : null,
    queue,
    access: scope.isAdministrator
      ? null
      : {
          rights: parts.rights
            .filter(({ universe }) => universe === null || universe === scope.universe)
            .map(({ name, templates, sites }) => ({ name, templates, sites })),
          administrators: parts.administrators.map(({ display_name: name }) => name),
        },
  }
}
