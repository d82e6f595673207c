import { toUnicode } from 'punycode/punycode.es6.js'

/** Letters of two alphabets in one name are how a false address is made to look like another: it stays as machines write it. */
const isPlain = (name: string): boolean => !(/\p{Script=Latin}/u.test(name) && /(?!\p{Script=Latin})\p{L}/u.test(name))

const decoded = (label: string): string => {
  try {
    const name = toUnicode(label.toLowerCase())
    return isPlain(name) ? name : label
  } catch {
    return label
  }
}

/** An e-mail or web address as people write it, its domain with its accents (`xn--…` is for machines). */
export const shownAddress = (address: string | null | undefined): string => (address ?? '').replace(/(?<=[@./])xn--[a-z0-9-]+/gi, decoded)

/** A web address without its scheme, for a link. */
export const shownWebsite = (website: string): string =>
  shownAddress(website)
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '')
