import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import * as z from 'zod/mini'
import { ArchiveUnreadable, readTar, tarEnd, tarHeader, tarPadding } from './tar.ts'

const compress = promisify(gzip)

const copied = z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number() })

/** What an archive says of itself, in its last file. */
export const manifestSchema = z.object({
  format: z.literal(1),
  product: z.string(),
  /** On the portal's clock. */
  createdAt: z.string(),
  /** The schema that the rows fit: its migrations, in order. */
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.array(copied),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
  /** Pending jobs, in the queue's public terms: they outlive a new version of the queue. */
  jobs: copied,
  files: z.object({ count: z.number(), bytes: z.number(), missing: z.number() }),
  /** Values that only the right SECRET_KEY opens: one per key in use. */
  proofs: z.array(z.object({ context: z.string(), sealed: z.string() })),
  /** SHA-256 of every byte of the archive that stands before this file. */
  sha256: z.string(),
})
export type Manifest = z.infer<typeof manifestSchema>

const manifestPath = 'manifest.json'
const manifestSumPath = 'manifest.json.sha256'
/** Compressed piece by piece, so that the size of each is known before it is written and memory stays flat. */
const pieceBytes = 4 << 20

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Writes an archive from its first byte to its last. */
export class ArchiveWriter {
  readonly #file: FileHandle
  readonly #at: Date
  readonly #hash = createHash('sha256')
  #position = 0

  private constructor(file: FileHandle, at: Date) {
    this.#file = file
    this.#at = at
  }

  /** Creates the file, for its owner's eyes only. @throws when it exists. */
  static async create(path: string, at: Date): Promise<ArchiveWriter> {
    return new ArchiveWriter(await open(path, 'wx', 0o600), at)
  }

  async #write(bytes: Uint8Array): Promise<void> {
    for (let written = 0; written < bytes.length; ) {
      const { bytesWritten } = await this.#file.write(bytes, written, bytes.length - written, this.#position)
      written += bytesWritten
      this.#position += bytesWritten
    }
    this.#hash.update(bytes)
  }

  async #entry(path: string, bytes: Uint8Array): Promise<void> {
    await this.#write(tarHeader(path, bytes.length, this.#at))
    await this.#write(bytes)
    await this.#write(tarPadding(bytes.length))
  }

  /** Keeps a stream of unknown length as numbered gzip files under `folder`: `zcat folder/*` gives it back. */
  async keepStream(folder: string, content: AsyncIterable<Buffer>): Promise<void> {
    let pieces = 0
    let waiting: Buffer[] = []
    let size = 0
    const flush = async () => {
      if (size === 0) return
      pieces += 1
      const piece = await compress(Buffer.concat(waiting), { level: 5 })
      waiting = []
      size = 0
      await this.#entry(`${folder}/${String(pieces).padStart(6, '0')}.gz`, piece)
    }
    for await (const chunk of content) {
      waiting.push(chunk)
      size += chunk.length
      if (size >= pieceBytes) await flush()
    }
    await flush()
  }

  /** Keeps a file of the disk as it is. Returns its size. */
  async keepFile(path: string, source: string): Promise<number> {
    const file = await open(source, 'r')
    try {
      const { size } = await file.stat()
      await this.#write(tarHeader(path, size, this.#at))
      let read = 0
      for await (const chunk of createReadStream(source, { fd: file, autoClose: false, end: Math.max(0, size - 1) })) {
        read += chunk.length
        await this.#write(chunk)
      }
      if (read !== size) throw new Error(`${source} changed while it was read.`)
      await this.#write(tarPadding(size))
      return size
    } finally {
      await file.close()
    }
  }

  /** Writes the manifest and makes sure that all of it is on the disk. */
  async finish(manifest: Omit<Manifest, 'format' | 'sha256'>): Promise<void> {
    const whole: Manifest = { format: 1, ...manifest, sha256: this.#hash.copy().digest('hex') }
    const bytes = Buffer.from(`${JSON.stringify(whole, null, 1)}\n`)
    await this.#entry(manifestPath, bytes)
    await this.#entry(manifestSumPath, Buffer.from(sha256(bytes)))
    await this.#write(tarEnd)
    await this.#file.sync()
    await this.close()
  }

  async close(): Promise<void> {
    await this.#file.close().catch(() => undefined)
  }
}

const maximumManifestBytes = 64 << 20

const wholeOf = async (content: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Where the manifest stands and what it says; nothing else is read but the headers. */
const findManifest = async (path: string): Promise<{ manifest: Manifest; offset: number }> => {
  let found: { bytes: Buffer; offset: number } | null = null
  let sum = ''
  for await (const entry of readTar(path)) {
    if (entry.path === manifestPath && entry.size <= maximumManifestBytes)
      found = { bytes: await wholeOf(entry.content()), offset: entry.offset }
    if (entry.path === manifestSumPath && entry.size <= 64) sum = (await wholeOf(entry.content())).toString()
  }
  if (found === null || sum === '') throw new ArchiveUnreadable('The archive has no manifest: it is not whole.')
  if (sha256(found.bytes) !== sum) throw new ArchiveUnreadable('The manifest was altered.')
  const parsed = manifestSchema.safeParse(JSON.parse(found.bytes.toString('utf8')))
  if (!parsed.success) throw new ArchiveUnreadable('The archive has a format that this version does not know.')
  return { manifest: parsed.data, offset: found.offset }
}

/**
 * Reads an archive from one end to the other and compares its checksums.
 * @throws ArchiveUnreadable when it is cut, altered or of another format.
 */
export const verifyArchive = async (path: string): Promise<Manifest> => {
  const { manifest, offset } = await findManifest(path)
  const hash = createHash('sha256')
  if (offset > 0) for await (const chunk of createReadStream(path, { end: offset - 1, highWaterMark: 1 << 20 })) hash.update(chunk)
  if (hash.digest('hex') !== manifest.sha256) throw new ArchiveUnreadable('The archive was altered: its checksum differs.')
  return manifest
}
