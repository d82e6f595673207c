import { endpoint } from '../endpoint.ts'

export const openEvents = endpoint({
  method: 'GET',
  path: '/api/events',
  summary:
    'Server-sent events `{topic, ids}`: what changed, never what it became. `*` = read everything again; `session.revoked` ends the stream.',
  right: 'session',
  produces: 'text/event-stream',
})
