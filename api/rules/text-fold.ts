// Letters that Unicode does not decompose into a base letter and a mark.
const undecomposed: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
}

/**
 * The form under which texts are compared in searches: no accents, no case, ligatures opened, apostrophes and hyphens as spaces, single spaces.
 * `Crédit d’Œuvre` and `credit d oeuvre` fold to the same text. Folding twice changes nothing.
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[œæßøłđðþıħ]/g, (letter) => undecomposed[letter] ?? letter)
    .replace(/[\p{Pd}'’‘‛ʼ´`′_]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Does every word of the search occur in the text, whatever the order, accents and case? An empty search matches everything. */
export const foldedIncludes = (text: string, search: string): boolean => {
  const folded = foldText(text)
  return foldText(search)
    .split(' ')
    .every((word) => folded.includes(word))
}
