import { type Language, locales, say as sayWords, type Words } from '#api/languages'
import { mandateWords } from './mandate-words.ts'
import { paperWords } from './paper-words.ts'

/** Every word that documents print of themselves; templates and those who gather their data read the same ones. */
const words = {
  number: { fr: 'n°', en: 'No.' },
  page: { fr: 'Page {page}/{pages}', en: 'Page {page}/{pages}' },
  vatNumber: { fr: 'TVA {number}', en: 'VAT {number}' },
  capital: { fr: 'au capital de {amount}', en: 'with share capital of {amount}' },
  ...paperWords,
  ...mandateWords,
} as const satisfies Readonly<Record<string, Words>>
export type DocumentWord = keyof typeof words

/** All the words of one language, for templates. */
export const wordsIn = (language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(words).map(([key, word]) => [key, sayWords(word, language)]))

/** How a document says something: the word of that language, with its `{parameters}`. */
export const sayIn =
  (language: Language) =>
  (word: DocumentWord, parameters: Readonly<Record<string, string | number>> = {}): string =>
    sayWords(words[word], language).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(parameters[name] ?? ''))
export type Say = ReturnType<typeof sayIn>

/** A day `YYYY-MM-DD` as documents write it: 21/11/2026, 21 Nov 2026. */
export const dayIn = (language: Language, day: string): string =>
  Temporal.PlainDate.from(day).toLocaleString(
    locales[language],
    language === 'fr' ? { day: '2-digit', month: '2-digit', year: 'numeric' } : { day: 'numeric', month: 'short', year: 'numeric' },
  )

/** « 3 mois », « 10 jours ». */
export const durationIn = (language: Language, count: number, unit: 'day' | 'month'): string => {
  const say = sayIn(language)
  if (unit === 'day') return count === 1 ? say('oneDay') : say('days', { count })
  return count === 1 ? say('oneMonth') : say('months', { count })
}

/** Whole euros, as 250 000 € or €250,000. */
export const eurosIn = (language: Language, cents: number): string =>
  new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(cents / 100)

export const numberIn = (language: Language, value: number): string => new Intl.NumberFormat(locales[language]).format(value)

/** The name of a country; null for France, where most documents stay. */
export const countryIn = (language: Language, code: string): string | null =>
  code === 'FR' ? null : (new Intl.DisplayNames(language, { type: 'region' }).of(code)?.toUpperCase() ?? code)
