import type { FastifyReply } from 'fastify'
import type { Topic } from '#api/topics'
import { everything, type Hub, type Listener, reaches } from './hub.ts'
import type { Signal } from './publish.ts'

/** Ends streams. */
export const sessionRevoked = 'session.revoked' satisfies Signal

/** Topic that tells people that what they may do has changed: their streams end after it, and begin again with what they hold now. */
export const rightsChanged = 'session' satisfies Topic

const heartbeatMilliseconds = 20_000
/** One stream per browser is the rule (tabs share it); a few more are let live while tabs hand it over. */
const streamsPerSession = 4

export interface EventStreams {
  /**
   * Answers with a server-sent stream of `{topic, ids}` until the browser leaves, the session is revoked or `lifetimeMilliseconds`
   * (what is left of the session on the portal's clock) are over. After a gap the topic is
   * `*`. The oldest stream of a session gives way to one too many.
   */
  open(reply: FastifyReply, listener: Listener, lifetimeMilliseconds: number): void
  /** How many streams are open; a metric. */
  count(): number
  /** Ends all streams: the process stops. Browsers come back by themselves, to another process. */
  close(): void
}

export const createEventStreams = (hub: Hub): EventStreams => {
  const bySession = new Map<string, Set<() => void>>()

  const open = (reply: FastifyReply, listener: Listener, lifetimeMilliseconds: number) => {
    reply.hijack()
    const { raw } = reply
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value)
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // Proxies that buffer would hold every event back.
      'x-accel-buffering': 'no',
    })
    raw.flushHeaders()

    let clogged = false
    let missed = false
    const write = (text: string) => {
      clogged = !raw.write(text)
    }
    const send = (topic: string, ids: readonly string[]) => {
      // A reader slower than the events is told once, when it catches up, to read everything again: nothing piles up here.
      if (clogged) missed = true
      else write(`data: ${JSON.stringify({ topic, ids })}\n\n`)
    }
    raw.on('drain', () => {
      clogged = false
      if (!missed) return
      missed = false
      send(everything, [])
    })

    const unsubscribe = hub.subscribe((event) => {
      const { topic, ids } = event
      if (topic === everything) return send(topic, ids)
      if (!reaches(event, listener)) return
      if (topic === rightsChanged) {
        send(topic, ids)
        return end()
      }
      if (topic !== sessionRevoked) return send(topic, ids)
      if (ids.length > 0 && !ids.includes(listener.sessionId)) return
      write(`data: ${JSON.stringify({ topic, ids: [] })}\n\n`)
      end()
    })
    const heartbeat = setInterval(() => {
      if (!clogged) write(': \n\n')
    }, heartbeatMilliseconds)
    // Timers hold 24 days at most; the browser reconnects then, and its session is looked at again.
    const expiry = setTimeout(() => end(), Math.min(Math.max(lifetimeMilliseconds, 0), 86_400_000))

    const siblings = bySession.get(listener.sessionId) ?? new Set()
    bySession.set(listener.sessionId, siblings)
    let ended = false
    const end = () => {
      if (ended) return
      ended = true
      unsubscribe()
      clearInterval(heartbeat)
      clearTimeout(expiry)
      siblings.delete(end)
      if (siblings.size === 0) bySession.delete(listener.sessionId)
      raw.end()
    }
    raw.on('close', end)
    raw.on('error', end)
    siblings.add(end)
    if (siblings.size > streamsPerSession) siblings.values().next().value?.()
    // The browser waits this long before it comes back.
    write('retry: 2000\n\n')
  }

  return {
    open,
    count: () => [...bySession.values()].reduce((sum, streams) => sum + streams.size, 0),
    close() {
      for (const end of [...bySession.values()].flatMap((streams) => [...streams])) end()
    },
  }
}
