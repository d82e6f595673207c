import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { sql } from 'kysely'
import { raw, type Transaction } from '../db/query.ts'
import { newId } from '../ids.ts'
import { type AcceptedMediaType, looksLike, safeFileName } from './file-rules.ts'

/** The file breaks a rule: `code` is that of the field error. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
  readonly code: 'file_too_large' | 'file_type_refused' | 'file_empty'
  constructor(code: FileRefused['code']) {
    super(code)
    this.code = code
  }
}

export interface IncomingFile {
  /** What it is for: `mandate`, `import`, `attachment` … Part of its place on disk. */
  readonly kind: string
  readonly name: string
  readonly mediaType: string
  readonly maxBytes: number
  readonly allowed: readonly AcceptedMediaType[]
}

/** A file whose bytes are kept but that no row names yet. */
export interface KeptFile {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: Buffer
  readonly storageKey: string
}

export interface FileOwner {
  readonly companyId: string
  readonly siteId?: string | null
  readonly userId?: string | null
}

export interface FileStore {
  /**
   * Keeps what comes from outside.
   * @throws FileRefused when it is too large, empty, or not what it says it is; nothing is kept then.
   */
  keep(content: Readable, file: IncomingFile): Promise<KeptFile>
  /** Keeps what the portal made itself (a PDF). */
  keepOwn(content: Uint8Array, file: { kind: string; name: string; mediaType: string }): Promise<KeptFile>
  /** Names a kept file in the caller's transaction; its partner columns follow the company. @returns its id. */
  record(tx: Transaction, file: KeptFile, owner: FileOwner): Promise<string>
  open(storageKey: string): Promise<Readable>
  bytes(storageKey: string): Promise<Uint8Array>
  /** Forgets the bytes: after a roll-back, or when the row is deleted. */
  discard(storageKey: string): Promise<void>
}

const headBytes = 4_096

/** Counts, hashes and looks at the first bytes while they go by. */
const inspector = (file: IncomingFile, mediaType: AcceptedMediaType) => {
  const hash = createHash('sha256')
  let size = 0
  let head = Buffer.alloc(0)
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > file.maxBytes) return done(new FileRefused('file_too_large'))
      if (head.length < headBytes) {
        head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)])
        if (head.length >= 8 && !looksLike(mediaType, head)) return done(new FileRefused('file_type_refused'))
      }
      hash.update(chunk)
      done(null, chunk)
    },
    flush(done) {
      if (size === 0) return done(new FileRefused('file_empty'))
      done(looksLike(mediaType, head) ? null : new FileRefused('file_type_refused'))
    },
  })
  return { stream, result: () => ({ size, sha256: hash.digest() }) }
}

/** Files on the local disk, under `folder`, spread by kind and month. Their bytes are written before their row: a row never lacks its file. */
export const createFileStore = (folder: string, now: () => Date): FileStore => {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }))
  const place = (kind: string, id: string) => `${kind}/${now().toISOString().slice(0, 7)}/${id}`

  return {
    async keep(content, file) {
      const mediaType = file.allowed.find((candidate) => candidate === file.mediaType)
      if (!mediaType) {
        content.destroy()
        throw new FileRefused('file_type_refused')
      }
      const id = newId()
      const storageKey = place(file.kind, id)
      const { stream, result } = inspector(file, mediaType)
      const arriving = join(folder, 'arriving', id)
      await mkdir(dirname(arriving), { recursive: true })
      const writer = createWriteStream(arriving, { flags: 'wx' })
      try {
        await pipeline(content, stream, writer)
        await disk.moveFromFs(arriving, storageKey)
      } catch (error) {
        // Refused before it was even open, the file would appear after being deleted.
        if (!writer.closed) await once(writer, 'close')
        await rm(arriving, { force: true })
        throw error
      }
      return { id, kind: file.kind, name: safeFileName(file.name, mediaType), mediaType, storageKey, ...result() }
    },
    async keepOwn(content, { kind, name, mediaType }) {
      const id = newId()
      const storageKey = place(kind, id)
      await disk.put(storageKey, content)
      return { id, kind, name, mediaType, storageKey, size: content.length, sha256: createHash('sha256').update(content).digest() }
    },
    async record(tx, file, owner) {
      await tx.run(
        raw(sql`insert into files (id, company_id, site_id, user_id, kind, name, media_type, size, sha256, storage_key, created_at)
          values (${file.id}, ${owner.companyId}, ${owner.siteId ?? null}, ${owner.userId ?? null}, ${file.kind}, ${file.name},
            ${file.mediaType}, ${file.size}, ${file.sha256}, ${file.storageKey}, ${tx.now})`),
      )
      return file.id
    },
    open: (storageKey) => disk.getStream(storageKey),
    bytes: (storageKey) => disk.getBytes(storageKey),
    discard: (storageKey) => disk.delete(storageKey),
  }
}
