import * as z from 'zod/mini'
import { id, label } from '../../atoms.ts'

/** A site by its name. */
export const namedSiteSchema = z.object({ id, name: label })
export type NamedSite = z.infer<typeof namedSiteSchema>
