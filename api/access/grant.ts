import * as z from 'zod/mini'

/** `all` = every site of the company and the objects without a site; else the ids of the sites. */
export const grantSchema = z.union([z.literal('all'), z.array(z.string())])
export type Grant = z.infer<typeof grantSchema>
