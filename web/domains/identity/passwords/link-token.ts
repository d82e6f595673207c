import { publicPages } from '#api/pages'

/**
 * The token of a password link. It comes in the fragment, which no server sees; it is taken out of the address bar, and so of the history, before
 * anything else runs, and is kept for this tab: the page loaded again, or in another language, is the same page.
 */
const path = publicPages.newPassword
const key = 'password-link'

const kept = (): string | null => {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

const keep = (token: string | null): void => {
  try {
    if (token === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, token)
  } catch {}
}

let current: string | null = kept()
const listeners = new Set<() => void>()

/** `#token=…`, or the token alone. */
const tokenIn = (fragment: string): string | null => {
  const text = fragment.replace(/^#/, '')
  const token = new URLSearchParams(text).get('token') ?? (/^[\w-]{16,128}$/.test(text) ? text : null)
  return token || null
}

/** Keeps the token of a fragment; true when there was one. */
export const takeToken = (fragment: string): boolean => {
  const token = tokenIn(fragment)
  if (token === null) return false
  current = token
  keep(token)
  for (const listener of listeners) listener()
  return true
}

export const linkToken = (): string | null => current
export const subscribeToken = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
/** Used or dead: of no more use. */
export const forgetToken = (): void => {
  current = null
  keep(null)
}

/** Run as soon as the script is loaded, before the router reads the address. */
export const clearAddressBar = (): void => {
  if (location.pathname !== path || location.hash === '') return
  takeToken(location.hash)
  history.replaceState(history.state, '', path)
}
