import { plainWords } from '../../../rules/plain-text.ts'

const personNameMaximumLength = 80

/** Trims, collapses inner spaces, composes accents; whatever a keyboard gave for an apostrophe becomes one. */
export const normalisePersonName = (text: string): string => plainWords(text.replace(/\s+/gu, ' ')).replace(/[´‘‛`ʻ′＇]/g, '’')

// What mail programs make a link of: an address with its scheme or `www.`, a word that ends like a domain.
const isLinkLike = (name: string): boolean =>
  /\/\/|www\./i.test(name) || /[\p{L}\p{Nd}-]{2}\.(?:\p{Ll}{2,}|\p{Lu}{2,3})(?!\p{L})/u.test(name)

/**
 * Is this the first or last name of a person, or of a shared desk (`Achats & Logistique`), in canonical form: at least one letter; letters,
 * digits, spaces and the signs of names. What mails and links are made of (`@`, `<`, `exemple.fr`, control characters) is refused: names are
 * printed in the mails we send.
 */
export const isPersonName = (name: string): boolean =>
  name.length <= personNameMaximumLength &&
  normalisePersonName(name) === name &&
  /\p{L}/u.test(name) &&
  /^(?:[\p{L}\p{M}\p{Nd} .,'’ʼ·()&/+°"\p{Pd}]|\u200c|\u200d)+$/u.test(name) &&
  !isLinkLike(name)
