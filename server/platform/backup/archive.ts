import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type Pack, pack } from 'tar-stream'
import * as z from 'zod/mini'
import { ArchiveUnreadable, readTar, type TarEntry } from './tar.ts'

const compress = promisify(gzip)

const copied = z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number() })

/** What an archive says of itself, in its last file. */
export const manifestSchema = z.object({
  format: z.literal(2),
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
  /** SHA-256 of every file before this one, in order: its path, its size and its bytes. */
  sha256: z.string(),
})
export type Manifest = z.infer<typeof manifestSchema>

const manifestPath = 'manifest.json'
const manifestSumPath = 'manifest.json.sha256'
/** Compressed piece by piece, so that the size of each is known before it is written and memory stays flat. */
const pieceBytes = 4 << 20

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The sum of a run of files, whatever the pieces in which their bytes come. */
const sumOfFiles = () => {
  const hash = createHash('sha256')
  return {
    async *pass({ path, size, content }: TarEntry): AsyncGenerator<Buffer> {
      hash.update(`${path}\0${size}\0`)
      let passed = 0
      for await (const chunk of content) {
        passed += chunk.length
        hash.update(chunk)
        yield chunk
      }
      if (passed !== size) throw new Error(`${path} changed while it was read.`)
    },
    digest: () => hash.digest('hex'),
  }
}

async function* oneChunk(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

/** Writes an archive from its first byte to its last. */
export class ArchiveWriter {
  readonly #pack: Pack
  readonly #written: Promise<void>
  readonly #at: Date
  readonly #sum = sumOfFiles()

  private constructor(file: NodeJS.WritableStream, at: Date) {
    this.#at = at
    this.#pack = pack()
    this.#written = pipeline(this.#pack as AsyncIterable<Buffer>, file)
    // Met where the next file is kept, or where the archive is finished.
    this.#written.catch(() => undefined)
  }

  /** Creates the file, for its owner's eyes only; whole, all of it is on the disk. @throws when it exists. */
  static async create(path: string, at: Date): Promise<ArchiveWriter> {
    const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
    await once(file, 'open')
    return new ArchiveWriter(file, at)
  }

  async #put({ path, size, content }: TarEntry): Promise<void> {
    const entry = this.#pack.entry({ name: path, size, mode: 0o600, mtime: this.#at })
    // A full disk is what went wrong, and not the entry that it cuts short.
    await Promise.race([pipeline(content, entry as unknown as NodeJS.WritableStream), this.#written])
  }

  #keep = (entry: TarEntry): Promise<void> => this.#put({ ...entry, content: this.#sum.pass(entry) })

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
      await this.#keep({ path: `${folder}/${String(pieces).padStart(6, '0')}.gz`, size: piece.length, content: oneChunk(piece) })
    }
    for await (const chunk of content) {
      waiting.push(chunk)
      size += chunk.length
      if (size >= pieceBytes) await flush()
    }
    await flush()
  }

  /** Keeps a file of the disk as it is. Returns its size. @throws when it changes meanwhile. */
  async keepFile(path: string, source: string): Promise<number> {
    const file = await open(source, 'r')
    try {
      const { size } = await file.stat()
      await this.#keep({ path, size, content: createReadStream(source, { fd: file, autoClose: false, end: Math.max(0, size - 1) }) })
      return size
    } finally {
      await file.close()
    }
  }

  /** Writes the manifest and makes sure that all of it is on the disk. */
  async finish(manifest: Omit<Manifest, 'format' | 'sha256'>): Promise<void> {
    const whole: Manifest = { format: 2, ...manifest, sha256: this.#sum.digest() }
    const bytes = Buffer.from(`${JSON.stringify(whole, null, 1)}\n`)
    await this.#put({ path: manifestPath, size: bytes.length, content: oneChunk(bytes) })
    const sum = Buffer.from(sha256(bytes))
    await this.#put({ path: manifestSumPath, size: sum.length, content: oneChunk(sum) })
    this.#pack.finalize()
    await this.#written
  }

  /** Gives up: what was written is of no use. */
  async abandon(): Promise<void> {
    this.#pack.destroy()
    await this.#written.catch(() => undefined)
  }
}

const maximumManifestBytes = 64 << 20

const wholeOf = async ({ path, size, content }: TarEntry): Promise<Buffer> => {
  if (size > maximumManifestBytes) throw new ArchiveUnreadable(`${path} is too large.`)
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/**
 * Reads an archive from one end to the other and compares its checksums.
 * @throws ArchiveUnreadable when it is cut, altered or of another format.
 */
export const verifyArchive = async (path: string): Promise<Manifest> => {
  const before = sumOfFiles()
  const ending: { path: string; bytes: Buffer }[] = []
  for await (const entry of readTar(path)) {
    if (ending.length > 0 || entry.path === manifestPath) ending.push({ path: entry.path, bytes: await wholeOf(entry) })
    else for await (const _ of before.pass(entry));
  }
  const [manifest, sum] = ending
  if (!manifest || sum?.path !== manifestSumPath) throw new ArchiveUnreadable('The archive has no manifest: it is not whole.')
  if (ending.length > 2 || sha256(manifest.bytes) !== sum.bytes.toString()) throw new ArchiveUnreadable('The manifest was altered.')
  const parsed = manifestSchema.safeParse(JSON.parse(manifest.bytes.toString('utf8')))
  if (!parsed.success) throw new ArchiveUnreadable('The archive has a format that this version does not know.')
  if (before.digest() !== parsed.data.sha256) throw new ArchiveUnreadable('The archive was altered: its checksum differs.')
  return parsed.data
}
