import { useState } from 'react'
import type { Order } from '#api/orders/reading/orders'
import type { Universe } from '#api/universes'
import { isProblem } from '../../../../platform/problem.ts'
import { queryClient } from '../../../../platform/query-client.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { notifyProblem, notifySuccess } from '../../../../ui/notify.tsx'
import { orderQuery } from '../../orders.queries.ts'
import { orderChanges } from './order-changes.ts'

/** The order as it is now, when somebody else was first; null when the problem is another one. */
const overtaken = (error: unknown, universe: Universe, reference: string): Order | null =>
  isProblem(error, 'version_conflict') || isProblem(error, 'conflict')
    ? (queryClient.getQueryData(orderQuery(universe, reference).queryKey) ?? null)
    : null

/** Acts of the page: one at a time, on the order as it is on screen. */
export const useOrderActs = (order: Order) => {
  const universe = useUniverse()
  const [busy, setBusy] = useState<string | null>(null)
  const [changes, setChanges] = useState<readonly string[] | null>(null)
  const [said, say] = useState('')
  /** `quietly`: what was done shows where it was asked; it is only said to those who do not see it. */
  const act = async (key: string, send: () => Promise<Order>, done: string, quietly = false): Promise<void> => {
    setBusy(key)
    setChanges(null)
    say('')
    try {
      await send()
      if (quietly) say(done)
      else notifySuccess(done)
    } catch (error) {
      const now = overtaken(error, universe, order.reference)
      if (now) setChanges(orderChanges(order, now))
      else notifyProblem(error)
    } finally {
      setBusy(null)
    }
  }
  return { act, busy, changes, said, dismiss: () => setChanges(null) }
}

/**
 * The order as it was when a window opened: what the person read is what they act on. Overtaken, the window says what changed, keeps what was
 * typed, and the next attempt is about the order as it is now.
 */
export const useSeenOrder = (order: Order) => {
  const universe = useUniverse()
  const [seen, setSeen] = useState(order)
  const [changes, setChanges] = useState<readonly string[] | null>(null)
  const send = async (write: (seen: Order) => Promise<Order>): Promise<void> => {
    try {
      await write(seen)
    } catch (error) {
      const now = overtaken(error, universe, order.reference)
      if (now) {
        setChanges(orderChanges(seen, now))
        setSeen(now)
      }
      throw error
    }
  }
  return { seen, changes, send }
}
