import { publicPages } from '#api/pages'
import { beforeLanguage } from '../../../platform/language.ts'

/**
 * The token of a password link. It comes in the fragment, which no server sees; it is taken out of the address bar, and so of the history,
 * before anything else runs, and lives in this page's memory only.
 */
const path = publicPages.newPassword
let current: string | null = null
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
}

/** A page loaded anew in another language takes its token from its address, as the first time. */
beforeLanguage(() => {
  if (current !== null && location.pathname === path) history.replaceState(history.state, '', `${path}#token=${current}`)
})

/** Run as soon as the script is loaded, before the router reads the address. */
export const clearAddressBar = (): void => {
  if (location.pathname !== path || location.hash === '') return
  takeToken(location.hash)
  history.replaceState(history.state, '', path)
}
