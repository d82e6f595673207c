import * as z from 'zod/mini'

/** Languages of the portal; French first. */
export const languages = ['fr', 'en'] as const
export const languageSchema = z.enum(languages)
export type Language = (typeof languages)[number]

/** How the readers of a language write days and numbers. */
export const locales = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Readonly<Record<Language, string>>

/** The language kept for somebody; French for whoever chose none. */
export const languageOf = (text: string | null | undefined): Language => (text === 'en' ? 'en' : 'fr')

/** A text in both languages. */
export interface Words {
  readonly fr: string
  readonly en: string
}

/** Words by code: what each state, kind or column is called. */
export type WordsOf<K extends string> = Readonly<Record<K, Words>>

/** A text in one of the languages. */
export const say = (words: Words, language: Language): string => (language === 'en' ? words.en : words.fr)

/** What each language is called in the others. */
export const languageWords = {
  fr: { fr: 'Français', en: 'French' },
  en: { fr: 'Anglais', en: 'English' },
} as const satisfies WordsOf<Language>
