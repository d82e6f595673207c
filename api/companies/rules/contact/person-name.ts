const personNameMaximumLength = 80

/** Trims, collapses inner spaces and composes accents. */
export const normalisePersonName = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

/**
 * Is this a person's first or last name in canonical form: at least one letter; letters, digits, spaces and the signs of names. What mails and
 * links are made of (`@`, `/`, `<`, control characters) is refused: names are printed in the mails we send.
 */
export const isPersonName = (name: string): boolean =>
  name.length <= personNameMaximumLength &&
  normalisePersonName(name) === name &&
  /\p{L}/u.test(name) &&
  /^[\p{L}\p{M}\p{Nd} .,'’ʼ·()\p{Pd}]+$/u.test(name)
