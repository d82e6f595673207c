import type { Language } from '#contract/session'

/** The language on screen. French unless the person chose otherwise; kept on this device and in the profile. */
const key = 'language'
const stored = (): Language => {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'fr'
  } catch {
    return 'fr'
  }
}

let current: Language = typeof localStorage === 'undefined' ? 'fr' : stored()
const listeners = new Set<() => void>()
const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' }
let plurals = new Intl.PluralRules(locales[current])
let numbers = new Intl.NumberFormat(locales[current])

export const language = (): Language => current
export const locale = (): string => locales[current]
export const isFrench = (): boolean => current === 'fr'
/** Plural form of a count in the current language. */
export const plural = (count: number): string => plurals.select(count)
/** A message's parameter as text: numbers are grouped as the language writes them. */
export const show = (value: string | number): string => (typeof value === 'number' ? numbers.format(value) : value)

export const subscribeLanguage = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Changes the language of the whole screen at once. The profile is the caller's. */
export const setLanguage = (next: Language): void => {
  if (next === current) return
  current = next
  plurals = new Intl.PluralRules(locales[next])
  numbers = new Intl.NumberFormat(locales[next])
  try {
    localStorage.setItem(key, next)
  } catch {}
  document.documentElement.lang = next
  for (const listener of listeners) listener()
}
