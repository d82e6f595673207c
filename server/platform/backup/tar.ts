import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { extract } from 'tar-stream'

/** The archive ends too early, or holds something else than what was written. */
export class ArchiveUnreadable extends Error {
  override readonly name = 'ArchiveUnreadable'
}

export interface TarEntry {
  readonly path: string
  readonly size: number
  /** Its bytes, to be read before the next entry is asked for, or not at all. */
  readonly content: AsyncIterable<Buffer>
}

/** What the disk says is told as it is; anything else is what the archive is made of. */
const faultOf = (error: NodeJS.ErrnoException): Error =>
  error instanceof ArchiveUnreadable || error.syscall !== undefined ? error : new ArchiveUnreadable(error.message, { cause: error })

async function* bytesOf(entry: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  try {
    yield* entry as AsyncIterable<Buffer>
  } catch (error) {
    throw faultOf(error as Error)
  }
}

/**
 * Walks through an archive, a file at a time, in flat memory.
 * @throws ArchiveUnreadable
 */
export async function* readTar(path: string): AsyncGenerator<TarEntry> {
  const entries = extract()
  const read = pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), entries as unknown as NodeJS.WritableStream)
  // Met where the entries are asked for.
  read.catch(() => undefined)
  try {
    for await (const entry of entries) {
      const { name, size, type } = entry.header
      if (type !== 'file') throw new ArchiveUnreadable(`${name} is no plain file.`)
      yield { path: name, size, content: bytesOf(entry) }
      entry.resume()
    }
    await read
  } catch (error) {
    throw faultOf(error as Error)
  }
}
