import { type FileHandle, open } from 'node:fs/promises'

const blockBytes = 512
const maximumNameBytes = 100
const maximumPrefixBytes = 155

/** The archive ends too early, or holds something else than what was written. */
export class ArchiveUnreadable extends Error {
  override readonly name = 'ArchiveUnreadable'
}

const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, '0')}\0`

/** A long path is cut at a slash: ustar keeps its beginning apart. */
const splitPath = (path: string): { name: string; prefix: string } => {
  if (Buffer.byteLength(path) <= maximumNameBytes) return { name: path, prefix: '' }
  for (let cut = path.indexOf('/'); cut > 0; cut = path.indexOf('/', cut + 1)) {
    const [prefix, name] = [path.slice(0, cut), path.slice(cut + 1)]
    if (Buffer.byteLength(prefix) > maximumPrefixBytes) break
    if (name !== '' && Buffer.byteLength(name) <= maximumNameBytes) return { name, prefix }
  }
  throw new Error(`The path ${path} is too long for an archive.`)
}

const checksumOffset = 148
const checksumBytes = 8

const checksum = (header: Buffer): number => {
  let sum = 0
  for (const [index, byte] of header.entries()) sum += index >= checksumOffset && index < checksumOffset + checksumBytes ? 0x20 : byte
  return sum
}

/** The header of a plain file, readable by its owner only, as any `tar` reads it (ustar). */
export const tarHeader = (path: string, size: number, at: Date): Buffer => {
  const { name, prefix } = splitPath(path)
  const header = Buffer.alloc(blockBytes)
  header.write(name, 0)
  header.write(octal(0o600, 8), 100)
  header.write(octal(0, 8), 108)
  header.write(octal(0, 8), 116)
  header.write(octal(size, 12), 124)
  header.write(octal(Math.floor(at.getTime() / 1000), 12), 136)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  header.write(prefix, 345)
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, checksumOffset)
  return header
}

/** What fills the last block of a file of `size` bytes. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((blockBytes - (size % blockBytes)) % blockBytes)

/** Two empty blocks: nothing follows. */
export const tarEnd = Buffer.alloc(2 * blockBytes)

const text = (header: Buffer, start: number, length: number): string => {
  const field = header.subarray(start, start + length)
  const end = field.indexOf(0)
  return field.subarray(0, end < 0 ? length : end).toString('utf8')
}

export interface TarEntry {
  readonly path: string
  readonly size: number
  /** Where its header begins in the archive. */
  readonly offset: number
  /** Its bytes, to be read before the next entry is asked for, or not at all. */
  content(): AsyncGenerator<Buffer>
}

const readBytes = 1 << 20

const readExactly = async (file: FileHandle, size: number, position: number): Promise<Buffer> => {
  const buffer = Buffer.alloc(size)
  for (let filled = 0; filled < size; ) {
    const { bytesRead } = await file.read(buffer, filled, size - filled, position + filled)
    if (bytesRead === 0) throw new ArchiveUnreadable('The archive ends too early.')
    filled += bytesRead
  }
  return buffer
}

async function* bytesOf(file: FileHandle, start: number, size: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < size; done += readBytes) yield await readExactly(file, Math.min(readBytes, size - done), start + done)
}

/**
 * Walks through an archive made by `tarHeader`, a file at a time, in flat memory.
 * @throws ArchiveUnreadable
 */
export async function* readTar(path: string): AsyncGenerator<TarEntry> {
  const file = await open(path, 'r')
  try {
    for (let offset = 0; ; ) {
      const header = await readExactly(file, blockBytes, offset)
      if (header.every((byte) => byte === 0)) return
      const size = Number.parseInt(text(header, 124, 12), 8)
      if (text(header, 257, 5) !== 'ustar' || Number.parseInt(text(header, checksumOffset, checksumBytes), 8) !== checksum(header))
        throw new ArchiveUnreadable(`There is no entry at byte ${offset}.`)
      const prefix = text(header, 345, maximumPrefixBytes)
      const name = text(header, 0, maximumNameBytes)
      const start = offset + blockBytes
      yield { path: prefix === '' ? name : `${prefix}/${name}`, size, offset, content: () => bytesOf(file, start, size) }
      offset = start + Math.ceil(size / blockBytes) * blockBytes
    }
  } finally {
    await file.close()
  }
}
