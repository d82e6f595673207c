import { chooseLanguage } from '#contract/account'
import type { Language, Session } from '#contract/session'
import { call } from '../../../platform/call.ts'
import { setLanguage } from '../../../platform/language.ts'

/** The language chosen on a page before the sign-in, if any. */
let chosenHere: Language | null = null
export const chooseLanguageHere = (language: Language): void => {
  chosenHere = language
}

/** The screen speaks the person's language; one chosen just before the sign-in becomes theirs. */
export const speakTheirLanguage = ({ user }: Session): void => {
  const wished = chosenHere ?? user.language
  chosenHere = null
  if (wished !== user.language) call(chooseLanguage, { body: { language: wished }, silent: true }).catch(() => undefined)
  setLanguage(wished)
}
