import { plainText } from '../../../rules/plain-text.ts'
import { asciiDomain } from './domain-name.ts'

const emailMaximumLength = 254

const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Drops what a paste brings along (`mailto:` too), lowers the domain and writes it in ASCII; null when this is no address that we would write to.
 * Pragmatic: the everyday shape of RFC 5321, without quoted local parts, comments, address literals, control characters (so nothing can be
 * smuggled into a mail header) nor, before the @, letters that are not ASCII.
 */
export const normaliseEmail = (text: string): string | null => {
  const address = plainText(plainText(text).replace(/^mailto:/i, ''))
  const at = address.lastIndexOf('@')
  const local = address.slice(0, Math.max(at, 0))
  const domain = asciiDomain(address.slice(at + 1))
  if (at < 1 || domain === null || at + 1 + domain.length > emailMaximumLength || local.length > 64 || !localPart.test(local)) return null
  const labels = domain.split('.')
  const top = labels.at(-1) ?? ''
  const isDomain = labels.length >= 2 && labels.every((part) => label.test(part)) && /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(top)
  return isDomain ? `${local}@${domain}` : null
}

/** Is this an e-mail address in canonical form? */
export const isEmail = (text: string): boolean => normaliseEmail(text) === text
