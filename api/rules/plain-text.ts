// Format characters, variation selectors, blank fillers: an address book, a PDF or a web page gives them along, and nobody sees them.
const unseen = /[\p{Cf}\p{DI}]/gu
const unseenButJoiners = /(?![\u200c\u200d])[\p{Cf}\p{DI}]/gu
const strayJoiners = /(?<![\p{L}\p{M}\p{So}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}\p{So}])/gu

/**
 * What was seen of a number, an address or a reference that was pasted: no character without a sign of its own, no space of any kind at either
 * end. Line breaks stay: whether they are allowed is for the field to say.
 */
export const plainText = (text: string): string => text.replace(unseen, '').replace(/^[\p{Zs}\t]+|[\p{Zs}\t]+$/gu, '')

/** The same for names and labels: composed, spaces of any kind as one space; the joiners of Persian or Hindi stay between letters. */
export const plainWords = (text: string): string =>
  text
    .replace(unseenButJoiners, '')
    .replace(strayJoiners, '')
    .normalize('NFC')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .trim()
