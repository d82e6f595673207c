import type { QueryClient } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { passGate } from './gate.ts'
import { Problem } from './problem.ts'
import { reread } from './reading/reread.ts'
import { sessionQuery } from './session.ts'

/** What the server says: which topic changed, and for which ids. The rows themselves are fetched again, through the person's rights. */
export interface RealtimeEvent {
  readonly topic: string
  readonly ids?: readonly string[]
}

/** The topic of all topics: events may have been missed. */
const everything = '*'

/** Reads again what an event is about. */
export const receive = (event: RealtimeEvent, client: QueryClient): void => {
  if (event.topic === 'session.revoked') {
    passGate('signIn', new Problem({ code: 'unauthenticated', status: 401 }))
      .then(() => client.invalidateQueries())
      .catch(() => undefined)
    return
  }
  if (event.topic === everything) void client.invalidateQueries({ predicate: ({ queryKey: [topic] }) => topic !== 'session' })
  else void reread([event.topic], event.ids, client)
}

const parse = (data: unknown): RealtimeEvent | null => {
  try {
    const value: unknown = JSON.parse(String(data))
    return typeof value === 'object' && value !== null && 'topic' in value && typeof value.topic === 'string'
      ? (value as RealtimeEvent)
      : null
  } catch {
    return null
  }
}

/**
 * One event stream per browser: the tab that holds the lock keeps it and repeats each event to the other tabs; when that tab closes, the
 * lock passes on. Browsers without locks open one stream per tab.
 */
const listen = (client: QueryClient): (() => void) => {
  const stop = new AbortController()
  const channel = new BroadcastChannel('events')
  channel.onmessage = ({ data }) => {
    const event = parse(data)
    if (event) receive(event, client)
  }
  const stream = (): Promise<void> =>
    new Promise((resolve) => {
      // The lock may be granted just after this page gave up waiting for it.
      if (stop.signal.aborted) return resolve()
      const source = new EventSource('/api/events')
      let wasOpen = false
      source.onopen = () => {
        // What happened before the stream was open, or while it was down, is unknown: what is on screen is read again. The other tabs had no stream
        // either while this one was down.
        if (wasOpen) channel.postMessage(JSON.stringify({ topic: everything }))
        receive({ topic: everything }, client)
        wasOpen = true
      }
      const close = () => {
        source.close()
        resolve()
      }
      source.onmessage = ({ data }) => {
        const event = parse(data)
        if (!event || stop.signal.aborted) return
        channel.postMessage(data)
        receive(event, client)
        if (event.topic === 'session.revoked') close()
      }
      stop.signal.addEventListener('abort', close)
    })
  const held = navigator.locks?.request('events', { signal: stop.signal }, stream) ?? stream()
  held.catch(() => undefined)
  return () => {
    stop.abort()
    channel.close()
  }
}

/** Keeps the person's screen live while the signed-in shell is shown; another person signing in opens a new stream. */
export const useRealtime = (): void => {
  const client = useQueryClient()
  const expiresAt = client.getQueryData(sessionQuery.queryKey)?.expiresAt
  useEffect(() => (expiresAt ? listen(client) : undefined), [client, expiresAt])
}
