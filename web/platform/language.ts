import { type Language, locales } from '#api/languages'

/**
 * The language on screen. French unless the person chose otherwise; kept on this device, in a cookie that the server reads to answer with the
 * page of that language, and in the profile.
 */
const cookie = 'language'
const kept = (): Language => (typeof document !== 'undefined' && /(?:^|; )language=en(?:;|$)/.test(document.cookie) ? 'en' : 'fr')

// Built, a site holds one language; in development and under test it holds both.
const current: Language = import.meta.env.SITE_LANGUAGE ?? kept()
const plurals = new Intl.PluralRules(locales[current])
const numbers = new Intl.NumberFormat(locales[current])

export const language = (): Language => current
export const locale = (): string => locales[current]
export const isFrench = (): boolean => current === 'fr'
/** Plural form of a count in the current language. */
export const plural = (count: number): string => plurals.select(count)
/** A message's parameter as text: numbers are grouped as the language writes them. */
export const show = (value: string | number): string => (typeof value === 'number' ? numbers.format(value) : value)

/**
 * Loads the site in another language: this page again, or the one at `href`. What is typed and not saved asks first, as when leaving. The
 * profile is the caller's.
 */
export const setLanguage = (next: Language, href?: string): void => {
  if (next === current) return
  const year = 31_536_000
  // biome-ignore lint/suspicious/noDocumentCookie: the other way to write one is asynchronous, and not in every browser.
  document.cookie = `${cookie}=${next}; path=/; max-age=${year}; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`
  if (href === undefined) location.reload()
  else location.replace(href)
}
