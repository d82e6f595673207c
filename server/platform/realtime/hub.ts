import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import * as z from 'zod/mini'
import type { Universe } from '#api/universes'
import type { Logger } from '../logger.ts'
import { eventChannel, type Held, type PortalEvent, type Signal } from './publish.ts'

const id = z.optional(z.nullable(z.string()))
const eventSchema = z.object({
  topic: z.string(),
  audience: z.object({
    userId: z.optional(z.string()),
    sessionId: z.optional(z.string()),
    companyId: id,
    ambassadorId: id,
    operatorId: id,
    carrier: z.optional(z.literal(true)),
  }),
  held: z.optional(z.object({ anyOf: z.array(z.string()), siteIds: z.optional(z.array(z.string())) })),
  ids: z.array(z.string()),
})

/** Topic of the event that follows a gap: something may have been missed, so everything shown is read again. */
export const everything = '*' satisfies Signal

/** Who listens, as the session says. */
export interface Listener {
  readonly sessionId: string
  readonly userId: string
  readonly companyId: string
  readonly universes: readonly Universe[]
  /** What the person holds in each universe: template → `all` or sites of the company. */
  readonly grants: Readonly<Partial<Record<Universe, Grants>>>
}
type Grants = Readonly<Record<string, 'all' | readonly string[]>>

/** Sites limit a company's own people; a partner's rights and the carrier's hold for all that they follow. */
const holds = (grants: Grants | undefined, { anyOf, siteIds }: Held, isOwn: boolean): boolean =>
  anyOf.some((template) => {
    const grant = grants && Object.hasOwn(grants, template) ? grants[template] : undefined
    if (grant === undefined) return false
    return grant === 'all' || !isOwn || siteIds === undefined || siteIds.some((siteId) => grant.includes(siteId))
  })

/** True when the event is for this listener. */
export const reaches = ({ audience, held }: Pick<PortalEvent, 'audience' | 'held'>, listener: Listener): boolean => {
  const may = (universe: Universe, isOwn = false) => held === undefined || holds(listener.grants[universe], held, isOwn)
  const enters = (universe: Universe) => listener.universes.includes(universe) && may(universe)
  return (
    audience.sessionId === listener.sessionId ||
    audience.userId === listener.userId ||
    // A company's own objects live in its client universe; the carrier's, in its own.
    (audience.companyId === listener.companyId && (may('client', true) || may('carrier'))) ||
    (audience.ambassadorId === listener.companyId && enters('ambassador')) ||
    (audience.operatorId === listener.companyId && enters('operator')) ||
    (audience.carrier === true && enters('carrier'))
  )
}

type Receive = (event: PortalEvent) => void

export interface Hub {
  /** Receives every event until the returned function is called; `everything` after a gap. */
  subscribe(receive: Receive): () => void
  /** True while the database's notifications come through. */
  isListening(): boolean
  close(): Promise<void>
}

/** The one listening connection of this process, opened again after a loss. `url` is any login: notifications are not rows. */
export const startHub = async (url: string, logger: Logger): Promise<Hub> => {
  const receivers = new Set<Receive>()
  let client: pg.Client | undefined
  let closed = false

  const tell = (event: PortalEvent) => {
    for (const receive of receivers) receive(event)
  }
  const onNotification = ({ payload = '' }: pg.Notification) => {
    try {
      tell(z.parse(eventSchema, JSON.parse(payload)) as PortalEvent)
    } catch (error) {
      logger.warn({ err: error }, 'an event that nobody understands')
    }
  }
  const connect = async () => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'portal events' })
    fresh.on('error', () => undefined)
    fresh.on('notification', onNotification)
    await fresh.connect()
    await fresh.query(`listen ${eventChannel}`)
    client = fresh
    fresh.on('end', () => {
      client = undefined
      if (!closed) void reconnect()
    })
  }
  const reconnect = async () => {
    logger.warn('event connection lost')
    for (let delay = 100; !closed; delay = Math.min(delay * 2, 5_000)) {
      try {
        await connect()
        logger.info('event connection back')
        tell({ topic: everything, audience: {}, ids: [] })
        return
      } catch {
        // Some hundred screens come back at once after a restart: spread them.
        await sleep(delay * (0.5 + Math.random()))
      }
    }
  }
  await connect()

  return {
    subscribe(receive) {
      receivers.add(receive)
      return () => receivers.delete(receive)
    },
    isListening: () => client !== undefined,
    async close() {
      closed = true
      receivers.clear()
      await client?.end()
    },
  }
}
