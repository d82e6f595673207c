import * as z from 'zod/mini'

/** Languages of the portal; French first. */
export const languages = ['fr', 'en'] as const
export const languageSchema = z.enum(languages)
export type Language = (typeof languages)[number]
