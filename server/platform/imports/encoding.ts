export const encodings = ['UTF-8', 'UTF-16', 'Windows-1252', 'Mac Roman'] as const
export type FileEncoding = (typeof encodings)[number]

const labels = { 'Windows-1252': 'windows-1252', 'Mac Roman': 'macintosh' } as const

/** The encodings of one byte a letter, between which a text can be read again. */
export type ByteEncoding = keyof typeof labels

const decoded = (bytes: Uint8Array, encoding: ByteEncoding): string => new TextDecoder(labels[encoding]).decode(bytes)

/** Letters and signs that French people write. */
const probable = /[àâäçèéêëîïôöùûüÿœæÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŸŒÆ’‘“”«»€°–—…·\u00a0\u202f]/gu
/** What stands for an accented letter in a text read with the wrong encoding: signs within words, letters of other languages, control codes. */
const improbable = /[\u0080-\u009fŽžŠšƒˆ˜¹²³¼½¾¤¦¬±×÷ØøÐÞþ¥Ω∑∏π∫√∂∆◊ﬁﬂ]|(?<=\p{L})[^\p{L}\p{N}\s\p{P}](?=\p{Ll})/gu

const plausibility = (text: string): number => (text.match(probable)?.length ?? 0) - 2 * (text.match(improbable)?.length ?? 0)

/** Whether a text shows what a wrong encoding makes of accents: « SociŽtŽ ». */
export const looksMisread = (text: string): boolean => (text.match(improbable)?.length ?? 0) > 0 || text.includes('\ufffd')

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

export const isByteEncoding = (encoding: string): encoding is ByteEncoding => encoding in labels

/** Values that hold accents, a few of them: by these one sees whether the file was read right. */
export const accentedSample = (cells: Iterable<string>, most = 6): string[] => {
  const sample = new Set<string>()
  for (const cell of cells) {
    if (/[^\p{ASCII}]/u.test(cell)) sample.add(cell.slice(0, 60))
    if (sample.size >= most) break
  }
  return [...sample]
}
