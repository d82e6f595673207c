import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'

const folder = join(dirname(createRequire(import.meta.url).resolve('@fontsource/inter/package.json')), 'files')
const weights = [400, 500, 600, 700] as const
/** Each subset is a family of its own for Typst, which picks one font per family whatever it covers; templates name them all. */
const subsets = [
  ['latin', 'Inter'],
  ['latin-ext', 'Inter Extended'],
  ['vietnamese', 'Inter Vietnamese'],
  ['greek', 'Inter Greek'],
  ['greek-ext', 'Inter Greek Extended'],
  ['cyrillic', 'Inter Cyrillic'],
  ['cyrillic-ext', 'Inter Cyrillic Extended'],
] as const

/** Signs that no subset has, of the font that the typesetter brings along. */
const signs = '‰≤≥✓→←'

interface Table {
  readonly tag: string
  readonly data: Buffer
}

/** The tables of a WOFF 1 file, inflated. */
const tablesOf = (woff: Buffer): Table[] => {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('Not a WOFF font.')
  return Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const entry = 44 + index * 20
    const [offset, compressed, length] = [woff.readUInt32BE(entry + 4), woff.readUInt32BE(entry + 8), woff.readUInt32BE(entry + 12)]
    const data = woff.subarray(offset, offset + compressed)
    return { tag: woff.toString('latin1', entry, entry + 4), data: compressed < length ? inflateSync(data) : data }
  })
}

/** A name table that says the family only: weight and style are read from OS/2. */
const nameTable = (family: string): Buffer => {
  const names = [1, 4, 6, 16].map((id) => ({ id, text: Buffer.from(id === 6 ? family.replaceAll(' ', '') : family, 'utf16le').swap16() }))
  const header = Buffer.alloc(6 + names.length * 12)
  header.writeUInt16BE(names.length, 2)
  header.writeUInt16BE(header.length, 4)
  let position = 0
  names.forEach(({ id, text }, index) => {
    const at = 6 + index * 12
    // Windows, Unicode, English.
    ;[3, 1, 0x409, id, text.length, position].forEach((value, field) => void header.writeUInt16BE(value, at + field * 2))
    position += text.length
  })
  return Buffer.concat([header, ...names.map(({ text }) => text)])
}

const checksum = (data: Buffer): number => {
  let sum = 0
  for (let at = 0; at < data.length; at += 4) sum = (sum + data.readUInt32BE(at)) >>> 0
  return sum
}

const padded = (data: Buffer) => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])

/** A TrueType file of these tables: what Typst reads. */
const toTrueType = (tables: readonly Table[]): Buffer => {
  const power = 2 ** Math.floor(Math.log2(tables.length))
  const header = Buffer.alloc(12 + tables.length * 16)
  header.writeUInt32BE(0x00010000, 0)
  ;[tables.length, power * 16, Math.log2(power), (tables.length - power) * 16].forEach(
    (value, field) => void header.writeUInt16BE(value, 4 + field * 2),
  )
  let offset = header.length
  const bodies = tables.map(({ tag, data }, index) => {
    const body = padded(data)
    const at = 12 + index * 16
    header.write(tag, at, 'latin1')
    ;[checksum(body), offset, data.length].forEach((value, field) => void header.writeUInt32BE(value, at + 4 + field * 4))
    offset += body.length
    return body
  })
  return Buffer.concat([header, ...bodies])
}

/** Characters of a font, from its `cmap` (formats 4 and 12). */
const charactersOf = (cmap: Buffer): Set<number> => {
  const found = new Set<number>()
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const at = cmap.readUInt32BE(4 + index * 8 + 4)
    const format = cmap.readUInt16BE(at)
    if (format === 4) {
      const segments = cmap.readUInt16BE(at + 6) / 2
      for (let segment = 0; segment < segments; segment += 1) {
        const [end, start] = [cmap.readUInt16BE(at + 14 + segment * 2), cmap.readUInt16BE(at + 16 + (segments + segment) * 2)]
        for (let code = start; code <= end && code !== 0xffff; code += 1) found.add(code)
      }
    } else if (format === 12) {
      for (let group = 0; group < cmap.readUInt32BE(at + 12); group += 1) {
        const entry = at + 16 + group * 12
        for (let code = cmap.readUInt32BE(entry); code <= cmap.readUInt32BE(entry + 4); code += 1) found.add(code)
      }
    }
  }
  return found
}

export interface Fonts {
  readonly files: readonly Buffer[]
  /** Code points that the documents can show. */
  readonly characters: ReadonlySet<number>
}

/** The fonts of the documents, made of the same ones as the web's. */
export const loadFonts = async (): Promise<Fonts> => {
  const characters = new Set<number>([...signs].map((sign) => sign.codePointAt(0) ?? 0))
  const files = await Promise.all(
    subsets.flatMap(([subset, family]) =>
      weights.map(async (weight) => {
        const tables = tablesOf(await readFile(join(folder, `inter-${subset}-${weight}-normal.woff`)))
        const cmap = tables.find((table) => table.tag === 'cmap')
        if (cmap) for (const code of charactersOf(cmap.data)) characters.add(code)
        return toTrueType(tables.map((table) => (table.tag === 'name' ? { tag: 'name', data: nameTable(family) } : table)))
      }),
    ),
  )
  return { files, characters }
}
