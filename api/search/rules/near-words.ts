import { foldText } from '../../rules/text-fold.ts'

/** Below, one letter more or less makes another word. */
const shortest = 4
const escaped = (text: string): string => text.replaceAll(/[^a-z0-9]/g, '')

/** Texts as they are compared when searching: lower case, no accents, anything else as single spaces. */
export const wordsIn = (text: string): readonly string[] =>
  foldText(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)

/** May the word be misspelled? References and numbers are not: one digit off is another one. */
const mayBeMisspelled = (word: string): boolean => word.replaceAll(/[^a-z]/g, '').length >= shortest

/**
 * A pattern of what begins like the word with one typing error at most: two letters swapped, one forgotten, wrong or too many (`socite` finds
 * `societe`). PostgreSQL and JavaScript read it alike. The word is folded.
 */
export const nearPattern = (word: string): string => {
  const letters = [...escaped(word)]
  const text = letters.join('')
  if (!mayBeMisspelled(text)) return `^${text}`
  const spellings = letters.flatMap((letter, at) => {
    const [before, after, next] = [text.slice(0, at), text.slice(at + 1), letters[at + 1]]
    return [`${before}.?${after}`, `${before}.${letter}${after}`, ...(next ? [`${before}${next}${letter}${text.slice(at + 2)}`] : [])]
  })
  return `^(${[text, ...spellings].join('|')})`
}

/** How well a text answers to what was typed: `exact` when each word typed begins one of its words, `near` when that takes a typing error. */
export const matchWords = (typed: string, text: string): 'exact' | 'near' | null => {
  const wanted = wordsIn(typed)
  const words = wordsIn(text)
  if (wanted.every((one) => words.some((word) => word.startsWith(one)))) return 'exact'
  const isNear = (one: string): boolean => {
    const pattern = new RegExp(nearPattern(one))
    return words.some((word) => pattern.test(word))
  }
  return wanted.every(isNear) ? 'near' : null
}
