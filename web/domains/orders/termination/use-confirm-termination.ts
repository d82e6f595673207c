import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { enterTermination, requestTermination, type TerminationPreview } from '#api/orders/termination/terminations'
import { pages } from '#api/pages'
import * as m from '#messages/terminations'
import { call, newIdempotencyKey } from '../../../platform/call.ts'
import { formatLongDay } from '../../../platform/format.ts'
import { isProblem, Problem } from '../../../platform/problem.ts'
import { useUniverse } from '../../../platform/session.ts'
import { notifySuccess } from '../../../ui/notify.tsx'
import type { EntryOrigin } from './entry-fields.tsx'

interface Told {
  /** The carrier's entry; undefined for who asks for their own contract. */
  readonly origin: EntryOrigin | undefined
  readonly reason: string
}

/** « Confirmer »: sends what is on screen; figures that changed meanwhile are read again and shown before anything is done. */
export const useConfirmTermination = (subscription: string, preview: TerminationPreview, { origin, reason }: Told) => {
  const universe = useUniverse()
  const navigate = useNavigate()
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isChanged, setChanged] = useState(false)
  // One key for one attempt at what is shown: a retry after a lost answer asks for nothing twice.
  const [key, setKey] = useState(newIdempotencyKey)

  const send = async () => {
    setSending(true)
    setProblem(null)
    setChanged(false)
    const params = { universe, subscription }
    const shown = {
      version: preview.version,
      wishedOn: preview.wishedOn,
      effectiveOn: preview.effectiveOn,
      totalCents: preview.costs.totalCents,
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    }
    try {
      if (origin) await call(enterTermination, { params, body: { ...shown, origin, receivedOn: preview.requestedOn }, idempotencyKey: key })
      else await call(requestTermination, { params, body: shown, idempotencyKey: key })
      notifySuccess(
        preview.awaitsClient ? m.terminations_proposed() : m.terminations_requested({ day: formatLongDay(preview.effectiveOn) }),
      )
      await navigate({ to: pages.subscription, params: { universe, subscription } })
    } catch (error) {
      setKey(newIdempotencyKey())
      setProblem(isProblem(error) ? error : new Problem({ code: 'internal_error', status: 0 }))
      setChanged(isProblem(error, 'version_conflict'))
    } finally {
      setSending(false)
    }
  }
  return { send, isSending, problem, isChanged }
}
