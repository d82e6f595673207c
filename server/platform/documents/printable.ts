/** Look-alikes for what names and labels carry but the fonts do not. The narrow no-break space is one of them. */
const substitutes: Readonly<Record<string, string>> = {
  '\u202f': '\u00a0',
  '\u2009': '\u00a0',
  '\u2011': '-',
  '\u2010': '-',
  '\u2212': '-',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\t': ' ',
}

/**
 * The text with every character that the fonts lack replaced: by a look-alike, by the signs that it is made of (`ﬁ`), else by « ? »: never by
 * another letter. PDF/A refuses a missing glyph, and no customer's name may stop a bill run. Fields refuse such names when they are typed.
 */
export const printable = (text: string, characters: ReadonlySet<number>): string => {
  const known = (character: string) => characters.has(character.codePointAt(0) ?? 0)
  return [...text.normalize('NFC')]
    .map((character) => {
      if (character === '\n' || known(character)) return character
      const substitute = substitutes[character]
      if (substitute !== undefined) return substitute
      const parts = [...character.normalize('NFKC').normalize('NFKD')]
      if (parts.length > 0 && parts.every(known)) return parts.join('')
      return /\p{C}|\p{M}/u.test(character) ? '' : '?'
    })
    .join('')
}

/** The same document with only printable texts, at any depth. */
export const printableDocument = (value: unknown, characters: ReadonlySet<number>): unknown => {
  if (typeof value === 'string') return printable(value, characters)
  if (Array.isArray(value)) return value.map((item) => printableDocument(item, characters))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printableDocument(item, characters)]))
  return value
}
