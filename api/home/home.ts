import * as z from 'zod/mini'
import { count } from '../atoms.ts'
import { endpoint } from '../endpoint.ts'
import { universes } from '../universes.ts'

/** What waits on a tile: `code` is translated as `home_waiting_<code>`, which takes the count. */
export const waitingSchema = z.object({ module: z.enum(['company']), code: z.string(), count })

export const readHome = endpoint({
  method: 'GET',
  path: '/api/:universe/home',
  summary: 'What waits for the caller in each module that they may see.',
  topic: 'home',
  right: { anyOf: null, universes },
  response: z.object({ waiting: z.array(waitingSchema) }),
})
