import type { Language } from '#api/languages'

/** Keeps the language in the profile; the account's domain sets how. */
let keep: (language: Language) => Promise<unknown> = async () => undefined
export const setLanguageKeeper = (keeper: (language: Language) => Promise<unknown>): void => {
  keep = keeper
}
/** Ends in any case: the screen changes its language even when the profile cannot be reached. */
export const saveLanguage = async (language: Language): Promise<void> => {
  await keep(language).catch(() => undefined)
}
