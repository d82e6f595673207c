import * as z from 'zod/mini'
import { id, instant, label, listScreen, shortText } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { universes } from '../../universes.ts'

export const savedViewSchema = z.object({
  id,
  screen: listScreen,
  name: label,
  /** The list's search parameters, as its URL has them, without the `?`. */
  query: z.string(),
  /** Shown to everybody of the company, by an administrator. */
  shared: z.boolean(),
  createdAt: instant,
  abilities: z.object({ edit: z.boolean() }),
})
export type SavedView = z.infer<typeof savedViewSchema>

/** One's own and one's company's, in each universe: no other right is needed, and the list applies its own. */
const anybody = { anyOf: null, universes } as const
const query = z.string().check(z.maxLength(2000, 'too_long'), z.regex(/^[^\p{Cc}]*$/u, 'control_characters'))
const params = z.strictObject({ view: id })
const written = { name: shortText(60), query, shared: z.optional(z.boolean()) }

export const listSavedViews = endpoint({
  method: 'GET',
  path: '/api/:universe/saved-views',
  summary: 'The views of a screen that the caller keeps, and those of their company, by name.',
  topic: 'saved-views',
  right: anybody,
  query: z.strictObject({ screen: listScreen }),
  response: z.object({
    items: z.array(savedViewSchema),
    /** Whether the caller may show a view to the company. */
    abilities: z.object({ share: z.boolean() }),
  }),
})

export const createSavedView = endpoint({
  method: 'POST',
  path: '/api/:universe/saved-views',
  summary: 'Keep the filters and the sort of a list under a name; 50 per screen at most. An administrator may share it with the company.',
  touches: ['saved-views'],
  personal: true,
  right: anybody,
  body: z.strictObject({ screen: listScreen, ...written }),
  response: savedViewSchema,
  status: 201,
  problems: ['already_exists', 'conflict'],
})

export const updateSavedView = endpoint({
  method: 'PUT',
  path: '/api/:universe/saved-views/:view',
  summary: 'Rename a view, give it other filters, share it or keep it to oneself.',
  touches: ['saved-views'],
  personal: true,
  right: anybody,
  params,
  body: z.strictObject(written),
  response: savedViewSchema,
  problems: ['already_exists'],
})

export const deleteSavedView = endpoint({
  method: 'DELETE',
  path: '/api/:universe/saved-views/:view',
  summary: 'Forget a view.',
  touches: ['saved-views'],
  personal: true,
  right: anybody,
  params,
})
