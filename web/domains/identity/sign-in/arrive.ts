import { chooseLanguage } from '#api/identity/account/account'
import type { Session } from '#api/identity/sign-in/session'
import type { Language } from '#api/languages'
import { call } from '../../../platform/call.ts'
import { language } from '../../../platform/language.ts'

/** The language chosen on a page before the sign-in, if any; the choice loads the page anew. */
const key = 'language-chosen'
export const chooseLanguageHere = (chosen: Language): void => {
  try {
    sessionStorage.setItem(key, chosen)
  } catch {}
}
const takeChoice = (): boolean => {
  try {
    const isChosen = sessionStorage.getItem(key) !== null
    sessionStorage.removeItem(key)
    return isChosen
  } catch {
    return false
  }
}

/** The language of the portal from here on: the person's, or the one chosen just before the sign-in, which becomes theirs. */
export const theirLanguage = ({ user }: Session): Language => {
  if (!takeChoice()) return user.language
  if (language() !== user.language) call(chooseLanguage, { body: { language: language() }, silent: true }).catch(() => undefined)
  return language()
}
