import type { Language } from './languages.ts'

/** A text in both languages. */
export interface Words {
  readonly fr: string
  readonly en: string
}

/** Words by code: what each state, kind or column is called. */
export type WordsOf<K extends string> = Readonly<Record<K, Words>>

/** A text in one of the languages. */
export const say = (words: Words, language: Language): string => (language === 'en' ? words.en : words.fr)
