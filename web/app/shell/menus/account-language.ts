import type { Language } from '#contract/session'

/** Keeps the language in the profile; the account's domain sets how. */
let keep: (language: Language) => Promise<unknown> = async () => undefined
export const setLanguageKeeper = (keeper: (language: Language) => Promise<unknown>): void => {
  keep = keeper
}
export const saveLanguage = (language: Language): void => {
  keep(language).catch(() => undefined)
}
