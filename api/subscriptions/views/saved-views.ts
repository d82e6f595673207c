import * as z from 'zod/mini'
import { shortText } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { universes } from '../../universes.ts'

/** The list whose filters and sort a person keeps under a name: what it declares as its `screen`. */
const screen = z.string().check(z.maxLength(40, 'too_long'), z.regex(/^[a-z-]+$/, 'invalid'))

export const savedViewSchema = z.object({
  id: z.string(),
  screen,
  name: z.string(),
  /** The list's search parameters, as its URL has them, without the `?`. */
  query: z.string(),
  createdAt: z.string(),
})
export type SavedView = z.infer<typeof savedViewSchema>

/** One's own, in each universe: no other right is needed, and the list applies its own. */
const anybody = { anyOf: null, universes } as const
const query = z.string().check(z.maxLength(2000, 'too_long'), z.regex(/^[^\p{Cc}]*$/u, 'control_characters'))
const params = z.strictObject({ view: z.uuid() })

export const listSavedViews = endpoint({
  method: 'GET',
  path: '/api/:universe/saved-views',
  summary: 'The views that the caller keeps of a screen, by name.',
  topic: 'saved-views',
  right: anybody,
  query: z.strictObject({ screen }),
  response: z.object({ items: z.array(savedViewSchema) }),
})

export const createSavedView = endpoint({
  method: 'POST',
  path: '/api/:universe/saved-views',
  summary: 'Keep the filters and the sort of a list under a name; 50 per screen at most.',
  touches: ['saved-views'],
  right: anybody,
  body: z.strictObject({ screen, name: shortText(60), query }),
  response: savedViewSchema,
  status: 201,
  problems: ['already_exists', 'conflict'],
})

export const updateSavedView = endpoint({
  method: 'PUT',
  path: '/api/:universe/saved-views/:view',
  summary: 'Rename a view, or give it other filters.',
  touches: ['saved-views'],
  right: anybody,
  params,
  body: z.strictObject({ name: shortText(60), query }),
  response: savedViewSchema,
  problems: ['already_exists'],
})

export const deleteSavedView = endpoint({
  method: 'DELETE',
  path: '/api/:universe/saved-views/:view',
  summary: 'Forget a view.',
  touches: ['saved-views'],
  right: anybody,
  params,
})
