import * as z from 'zod/mini'

/** A site by its name. */
export const namedSiteSchema = z.object({ id: z.string(), name: z.string() })
export type NamedSite = z.infer<typeof namedSiteSchema>
