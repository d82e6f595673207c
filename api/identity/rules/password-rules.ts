/** Rules of a password, each ticked live on the screen and checked again by the server. `not_login` = the login is not in it. */
export const passwordRuleCodes = ['length', 'uppercase', 'digit', 'special', 'maximum', 'not_login'] as const
export type PasswordRule = (typeof passwordRuleCodes)[number]

const passwordMinimumLength = 8
const passwordMaximumLength = 128

const alphanumeric = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const containsLogin = (password: string, login: string): boolean => {
  const wanted = alphanumeric(login)
  return wanted.length >= 3 && alphanumeric(password).includes(wanted)
}

/**
 * Each rule, true when kept. Lengths count characters, not UTF-16 units; a special character is neither a letter, a digit nor a space.
 * Source: product guide, « Génération de votre mot de passe ».
 */
export const checkPassword = (typed: string, login = ''): Readonly<Record<PasswordRule, boolean>> => {
  // As it is kept: an accent composed apart is no character more.
  const password = typed.normalize('NFC')
  const length = [...password].length
  return {
    length: length >= passwordMinimumLength,
    uppercase: /\p{Lu}/u.test(password),
    digit: /\p{Nd}/u.test(password),
    special: /[^\p{L}\p{M}\p{N}\s\p{C}]/u.test(password),
    maximum: length <= passwordMaximumLength,
    not_login: !containsLogin(password, login),
  }
}

/** Are all the rules kept? */
export const isStrongPassword = (password: string, login = ''): boolean => Object.values(checkPassword(password, login)).every(Boolean)
