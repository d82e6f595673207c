export const encodings = ['UTF-8', 'UTF-16', 'Windows-1252', 'Mac Roman'] as const
export type FileEncoding = (typeof encodings)[number]

const labels = { 'Windows-1252': 'windows-1252', 'Mac Roman': 'macintosh' } as const

/** The encodings of one byte a letter, between which a text can be read again. */
export type ByteEncoding = keyof typeof labels

export const isByteEncoding = (encoding: string): encoding is ByteEncoding => encoding in labels

const decoded = (bytes: Uint8Array, encoding: ByteEncoding): string => new TextDecoder(labels[encoding]).decode(bytes)

/** Letters and signs that French people write. */
const probable = /[àâäçèéêëîïôöùûüÿœæÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŸŒÆ’‘“”«»€°–—…·\u00a0\u202f]/gu
/** What stands for an accented letter in a text read with the wrong encoding: signs within words, letters of other languages, control codes. */
const improbable = new RegExp(
  [
    String.raw`[\u0080-\u009fŽžŠšƒˆ˜¤¦¬±ÐÞþ¥Ω∑∏π∫√∂∆◊ﬁﬂ≤≥≠]`,
    // Signs, figures and capitals that stand among small letters: « cÏur », « LÕeau », « Beno”t », « Lo•c ».
    String.raw`(?<=\p{L})(?!\p{ASCII})[^\p{L}\p{N}\s\p{P}](?=\p{Ll})`,
    String.raw`(?<=\p{L})[“”„–—†‡‰•À-ÖØ-ÞŸŒ¹¼½¾](?=\p{Ll})`,
    String.raw`(?<=\p{L}\p{L})‘(?=\p{Ll})`,
    String.raw`(?<=\p{Lu})æ(?=\p{Lu})`,
    String.raw`(?<=\p{Ll})Ø|(?<!\p{L})ÿ`,
    // « 42,00 Û »: euros, and the space before them.
    String.raw`(?<=\d ?)[ÊÛ](?!\p{L})`,
  ].join('|'),
  'gu',
)

const plausibility = (text: string): number => (text.match(probable)?.length ?? 0) - 2 * (text.match(improbable)?.length ?? 0)

/** UTF-8 that was read as something else, and saved so: « SociÃ©tÃ© ». */
const saved = /[\u0080-\u009f\ufffd]|[ÃÂ][\u0080-¿‚-›€™Œœƒ]/u

/** Whether a text shows what a wrong encoding makes of accents: « SociŽtŽ ». In an encoding that is certain, « Živković » is a name. */
export const looksMisread = (text: string, encoding: string): boolean =>
  saved.test(text) || (isByteEncoding(encoding) && text.search(improbable) >= 0)

/** UTF-16 without its mark: every other byte of plain letters is zero. */
const bareUtf16 = (bytes: Buffer): 'utf-16le' | 'utf-16be' | null => {
  const head = bytes.subarray(0, 400)
  if (head.length < 8) return null
  const zeros = (from: number) => head.filter((byte, index) => index % 2 === from && byte === 0).length
  const half = head.length / 2
  if (zeros(1) > half * 0.6 && zeros(0) === 0) return 'utf-16le'
  return zeros(0) > half * 0.6 && zeros(1) === 0 ? 'utf-16be' : null
}

/**
 * The text of a file: UTF-16 by its mark or its zeros, else UTF-8 when it is that, else what a spreadsheet of Windows or of a Mac writes, whichever
 * makes French of it.
 */
export const decode = (bytes: Buffer): { readonly text: string; readonly encoding: FileEncoding } => {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  const wide = marked ?? bareUtf16(bytes)
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: 'UTF-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    const [windows, mac] = [decoded(bytes, 'Windows-1252'), decoded(bytes, 'Mac Roman')]
    return plausibility(mac) > plausibility(windows) ? { text: mac, encoding: 'Mac Roman' } : { text: windows, encoding: 'Windows-1252' }
  }
}

const tables = new Map<ByteEncoding, ReadonlyMap<string, number>>()
const bytesOf = (encoding: ByteEncoding): ReadonlyMap<string, number> => {
  const known = tables.get(encoding)
  if (known) return known
  const letters = [
    ...decoded(
      Uint8Array.from({ length: 256 }, (_, byte) => byte),
      encoding,
    ),
  ]
  const table = new Map(letters.map((letter, byte) => [letter, byte]))
  tables.set(encoding, table)
  return table
}

/** A text that was read in one encoding, as the other reads the same bytes. */
export const readAgain = (text: string, from: ByteEncoding, to: ByteEncoding): string => {
  if (from === to) return text
  const table = bytesOf(from)
  return decoded(
    Uint8Array.from([...text], (letter) => table.get(letter) ?? 0x3f),
    to,
  )
}

/** Values that hold accents, a few of them, those that look wrong first: by these one sees whether the file was read right. */
export const accentedSample = (cells: Iterable<string>, encoding: string, most = 6): string[] => {
  const sample = new Set<string>()
  const doubtful = new Set<string>()
  for (const cell of cells) {
    if (!/[^\p{ASCII}]/u.test(cell)) continue
    if (sample.size < most) sample.add(cell.slice(0, 60))
    if (looksMisread(cell.slice(0, 60), encoding)) doubtful.add(cell.slice(0, 60))
    if (doubtful.size >= most / 2) break
  }
  return [...new Set([...doubtful, ...sample])].slice(0, most)
}
