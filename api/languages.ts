import * as z from 'zod/mini'

/** Languages of the portal; French first. */
export const languages = ['fr', 'en'] as const
export const languageSchema = z.enum(languages)
export type Language = (typeof languages)[number]

/** The language kept for somebody; French for whoever chose none. */
export const languageOf = (text: string | null | undefined): Language => (text === 'en' ? 'en' : 'fr')
