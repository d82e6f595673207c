import type { StepActor } from '#api/catalog/rules/offer-definition'
import { type Home, type HomeCount, type HomeOrder, type HomeQueue, type HomeTodo, todoKinds } from '#api/home/home'
import { orderReaders } from '#api/orders/reading/orders'
import { isOpenStep } from '#api/orders/rules/step-lifecycle'
import { isStepLate, whenOf } from '#api/subscriptions/rules/when'
import type { Universe } from '#api/universes'
import { holds, type Scope } from '../../platform/context.ts'
import type { RowsOf } from '../../platform/db/query.ts'
import { mayDecide } from '../orders/life/order.policy.ts'
import type * as home from './home.repository.ts'

type Rows<K extends keyof typeof home> = (typeof home)[K] extends (...args: never[]) => infer Q ? RowsOf<Q> : never
type Counted = { readonly count: number; readonly since: Date | null } | undefined | null

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

/** The reader's own side of a delivery. */
const isOwn = (by: StepActor, universe: Universe): boolean =>
  by === universe || (by === 'partner' && (universe === 'ambassador' || universe === 'operator'))

type OrderRow = home.HomeOrderRow
type Step = OrderRow['steps'][number]
const byOf = (step: Step): StepActor => step.blockedBy ?? step.actor

/** Where an order stands: its earliest late step, else what is blocked, begun, or first to do. */
const stepOf = ({ steps, state }: OrderRow, today: string): Step | null => {
  const late = steps
    .filter((step) => isStepLate(step, state, today))
    .toSorted((one, other) => (one.plannedOn ?? '').localeCompare(other.plannedOn ?? ''))
  const at = (wanted: Step['state']) => steps.find((step) => step.state === wanted)
  return late[0] ?? at('blocked') ?? at('in_progress') ?? at('to_do') ?? null
}

const presentOrder = (row: OrderRow, today: string): HomeOrder => {
  const step = row.state === 'awaiting_client' ? null : stepOf(row, today)
  return {
    reference: row.reference,
    kind: row.kind,
    state: row.state,
    offer: { name: row.offer_name, nameEn: row.offer_name_en },
    company: { reference: row.company_reference, name: row.company_name },
    site: row.site_name ?? '',
    placedAt: row.placed_at.toISOString(),
    placedBy: row.placed_by_name,
    placedUniverse: row.placed_universe,
    pilot: row.pilot_name,
    when: whenOf(
      {
        state: row.state,
        deliveredOn: row.delivered_on,
        plannedOn: row.planned_on,
        wishedOn: row.wished_on,
        dueOn: row.next_due_on,
        dueBy: row.next_due_by,
        stepsEndOn: row.steps_end_on,
        waitsFor: row.waits_for,
      },
      today,
    ),
    step: step && { label: { fr: step.fr, en: step.en }, by: byOf(step), cause: step.cause },
    steps: row.steps.map((each) => ({
      label: { fr: each.fr, en: each.en },
      state: each.state,
      by: byOf(each),
      plannedOn: each.plannedOn,
      doneOn: each.doneOn,
      isLate: isStepLate(each, row.state, today),
    })),
  }
}

/** The step that waits for the reader's own side: late on it, blocked by it, or its turn. */
const ownStep = (row: OrderRow, universe: Universe, today: string): Step | null => {
  if (universe === 'carrier' || row.state === 'awaiting_client') return null
  const mine = row.steps.filter((step) => isOpenStep(step.state) && isOwn(byOf(step), universe))
  const late = mine.find((step) => isStepLate(step, row.state, today))
  const blocked = mine.find((step) => step.state === 'blocked')
  const current = stepOf(row, today)
  return late ?? blocked ?? (current && mine.includes(current) ? current : null)
}

const todo = (kind: HomeTodo['kind'], rest: Partial<HomeTodo>): HomeTodo => ({
  kind,
  reference: null,
  name: null,
  count: 1,
  since: null,
  order: null,
  ...rest,
})

const counted = (kind: HomeTodo['kind'], counts: Counted): HomeTodo[] =>
  counts && counts.count > 0 ? [todo(kind, { count: counts.count, since: counts.since?.toISOString() ?? null })] : []

const readsOrders = (scope: Scope): boolean => orderReaders.some((template) => holds(scope, template))
/** A right limited to sites reads the orders that stay within them. */
const isReadable = (scope: Scope, { site_ids }: OrderRow): boolean =>
  scope.universe === 'carrier' ? readsOrders(scope) : site_ids.every((siteId) => holds(scope, 'orders.manage', siteId))

const ofOrders = (scope: Scope, rows: readonly OrderRow[], today: string): HomeTodo[] =>
  rows.flatMap((row) => {
    const order = presentOrder(row, today)
    const about = { reference: row.reference, order }
    if (row.state === 'awaiting_client')
      return mayDecide(scope, { siteIds: row.site_ids, payerId: row.payer_id })
        ? [todo('decide_order', { ...about, since: row.placed_at.toISOString() })]
        : []
    const step = ownStep(row, scope.universe, today)
    return step
      ? [
          todo('do_step', {
            ...about,
            order: { ...order, step: { label: { fr: step.fr, en: step.en }, by: byOf(step), cause: step.cause } },
          }),
        ]
      : []
  })

const presentQueue = (parts: HomeParts, today: string): HomeQueue => {
  const loads = parts.loads ?? []
  const sum = (of: (row: home.LoadRow) => number, rows: readonly home.LoadRow[] = loads) => rows.reduce((total, row) => total + of(row), 0)
  const mine = loads.filter((row) => row.is_mine)
  const inHands = (row: home.LoadRow) => row.all - row.to_decide
  return {
    all: sum(({ all }) => all),
    late: sum(({ late }) => late),
    blocked: sum(({ blocked }) => blocked),
    nobody: sum(
      inHands,
      loads.filter(({ pilot }) => pilot === null),
    ),
    toDecide: sum(({ to_decide }) => to_decide),
    mine: sum(inHands, mine),
    week: sum(({ week }) => week),
    weekMine: sum(({ week }) => week, mine),
    slipping: (parts.slipping ?? []).map((row) => presentOrder(row, today)),
    days: (parts.days ?? []).map(({ day, late, waiting, all }) => ({ day, late, waiting, ready: all - late - waiting })),
    loads: loads
      .filter((row) => inHands(row) > 0)
      .map((row) => ({
        pilot: row.pilot,
        isMine: row.is_mine,
        late: row.late,
        blocked: row.blocked - row.blocked_late,
        others: inHands(row) - row.late - row.blocked + row.blocked_late,
      })),
  }
}

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
  const own = ofOrders(scope, readable, today)
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
  const queue = pilots ? presentQueue(parts, today) : null
  return {
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
