import * as z from 'zod/mini'
import { about } from '../../about.ts'
import { shortText, typedLogin } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { universeSchema } from '../../universes.ts'

const reason = z.pipe(shortText(300), z.string().check(z.minLength(10, 'reason_too_short')))
about(reason, 'Why, in ten characters or more.', { examples: ['Le client ne trouve pas sa facture de novembre.'] })

export const startViewAs = endpoint({
  method: 'POST',
  path: '/api/:universe/view-as',
  summary: '« Voir comme »: look at the portal as a customer sees it, read only, with a reason that its administrators read.',
  touches: [],
  right: { anyOf: ['carrier.administer', 'carrier.support'], universes: ['carrier'] },
  body: z.strictObject({ login: typedLogin, reason }),
  response: z.object({ universe: universeSchema }),
  stepUp: true,
  problems: ['conflict'],
})

export const endViewAs = endpoint({
  method: 'DELETE',
  path: '/api/session/view-as',
  summary: 'Stop looking as somebody else.',
  touches: [],
  right: 'session',
})
