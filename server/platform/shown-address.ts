import { domainToUnicode } from 'node:url'

/** An e-mail address as people write it, its domain with its accents (`xn--…` is for machines). */
export const shownEmail = (address: string): string => {
  const at = address.lastIndexOf('@') + 1
  return `${address.slice(0, at)}${domainToUnicode(address.slice(at)) || address.slice(at)}`
}
