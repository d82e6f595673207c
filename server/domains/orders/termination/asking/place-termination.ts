import type { Termination, TerminationOrigin, TerminationRefusal } from '#api/orders/termination/terminations'
import type { ProblemCode } from '#api/problems'
import { dayOf } from '../../../../platform/clock.ts'
import type { ScopedTransaction } from '../../../../platform/context.ts'
import { fieldProblem, Problem } from '../../../../platform/problem.ts'
import { computeTermination, judgeWish, type TerminationWish } from '../compute-termination.ts'
import { contractInHands } from '../contract-in-hands.ts'
import { awaitsClient, mayAskTermination, refusalOfContract } from '../termination.policy.ts'
import { presentPreview } from '../termination.presenter.ts'
import { readFacts } from '../termination-facts.ts'
import { proposeTermination } from './propose-termination.ts'
import { writeTermination, writeTerminationOrder } from './write-termination.ts'

/** What was on the screen when it was confirmed. */
export interface ConfirmedTermination {
  readonly version: number
  readonly wishedOn: string
  readonly effectiveOn: string
  readonly totalCents: number
  readonly reason?: string | undefined
  readonly origin: TerminationOrigin
  /** Day that starts the notice; today for a request through the portal. */
  readonly receivedOn?: string
}

const refusals: Readonly<Record<TerminationRefusal, ProblemCode>> = {
  terminated: 'subscription_terminated',
  already_requested: 'termination_pending',
  running_order: 'running_order',
  not_active: 'conflict',
  operator_only: 'forbidden',
  no_right: 'forbidden',
  other_sites: 'forbidden',
}

/**
 * Orders a termination as it was confirmed. The contract is locked, everything is computed again, and another result than the one on the
 * screen is refused with the new one. An ambassador's waits for its client.
 */
export const placeTermination = async (tx: ScopedTransaction, reference: string, confirmed: ConfirmedTermination): Promise<Termination> => {
  const { scope } = tx
  const locked = await contractInHands(tx, reference)
  if (!mayAskTermination(scope, locked)) throw new Problem('forbidden')
  const refusal = refusalOfContract(locked)
  if (refusal) throw new Problem(refusals[refusal])

  const today = dayOf(tx.now).toString()
  const wish: TerminationWish = { wishedOn: confirmed.wishedOn, requestedOn: confirmed.receivedOn ?? today, origin: confirmed.origin }
  judgeWish(wish, locked, today)
  const known = await readFacts(tx, scope, reference)
  const computed = computeTermination(known, wish, today)
  if (confirmed.effectiveOn < computed.earliestOn) throw fieldProblem('effectiveOn', 'date_before_notice')
  const { cost } = computed
  if (confirmed.version !== locked.version || confirmed.effectiveOn !== computed.effectiveOn || confirmed.totalCents !== cost.totalCents)
    throw new Problem('version_conflict', { current: presentPreview(scope, known, computed) })

  const reason = confirmed.reason || null
  if (awaitsClient(scope)) return proposeTermination(tx, known, computed, reason)
  const order = await writeTerminationOrder(tx, known, wish.wishedOn, 'submitted')
  return writeTermination(tx, known, computed, { order, reason })
}
