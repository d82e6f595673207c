const emailMaximumLength = 254

const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Trims and lowers the domain; null when this is no address that we would write to. Pragmatic: the everyday shape of RFC 5321, without quoted
 * local parts, comments, address literals, control characters (so nothing can be smuggled into a mail header) nor non-ASCII letters.
 */
export const normaliseEmail = (text: string): string | null => {
  const trimmed = text.replace(/^ +| +$/g, '')
  const at = trimmed.lastIndexOf('@')
  const [local, domain] = [trimmed.slice(0, Math.max(at, 0)), trimmed.slice(at + 1).toLowerCase()]
  if (at < 1 || trimmed.length > emailMaximumLength || local.length > 64 || !localPart.test(local)) return null
  const labels = domain.split('.')
  const top = labels.at(-1) ?? ''
  const isDomain = labels.length >= 2 && labels.every((part) => label.test(part)) && /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(top)
  return isDomain ? `${local}@${domain}` : null
}

/** Is this an e-mail address in canonical form? */
export const isEmail = (text: string): boolean => normaliseEmail(text) === text
