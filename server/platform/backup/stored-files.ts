import { createWriteStream } from 'node:fs'
import { access, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import type { ArchiveWriter, Manifest } from './archive.ts'
import { ArchiveUnreadable } from './tar.ts'

/** What is still arriving has no row yet. */
const unfinished = 'arriving'

async function* walk(folder: string, below = ''): AsyncGenerator<string> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory() && path !== unfinished) yield* walk(folder, path)
    else if (entry.isFile()) yield path
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** How many rows name a file that is not on the disk. */
const countMissing = async (client: pg.ClientBase, folder: string): Promise<number> => {
  let missing = 0
  for (let after = ''; ; ) {
    const { rows } = await client.query<{ storage_key: string }>(
      'select storage_key from files where storage_key > $1 order by storage_key limit 1000',
      [after],
    )
    for (const { storage_key: key } of rows) if (!(await exists(join(folder, key)))) missing += 1
    const last = rows.at(-1)
    if (!last) return missing
    after = last.storage_key
  }
}

/** Keeps the files of the store. Bytes are written before their row and never change, so a snapshot taken before finds all of its own. */
export const keepFiles = async (client: pg.ClientBase, archive: ArchiveWriter, folder: string): Promise<Manifest['files']> => {
  let [count, bytes] = [0, 0]
  for await (const path of walk(folder)) {
    // Purged since the walk met it: its row is gone too, or counted as missing below.
    if (!(await exists(join(folder, path)))) continue
    bytes += await archive.keepFile(`files/${path}`, join(folder, path))
    count += 1
  }
  return { count, bytes, missing: await countMissing(client, folder) }
}

export interface IncomingFolder {
  keep(path: string, content: AsyncIterable<Buffer>): Promise<void>
  /** Puts what came in place of what is there. @returns what takes it back. */
  take(): Promise<() => Promise<void>>
  /** Forgets what was replaced, or what came when it was not taken. */
  clean(): Promise<void>
}

/** Gathers the files of an archive beside the store's folder, so that they replace it in one step. */
export const incomingFolder = async (folder: string): Promise<IncomingFolder> => {
  const [fresh, replaced] = [`${folder}.restored`, `${folder}.replaced`]
  const isSafe = (path: string) => path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true, mode: 0o700 })
  return {
    async keep(path, content) {
      if (!isSafe(path)) throw new ArchiveUnreadable(`${path} is no place for a file.`)
      await mkdir(dirname(join(fresh, path)), { recursive: true })
      await pipeline(content, createWriteStream(join(fresh, path), { flags: 'wx', mode: 0o600 }))
    },
    async take() {
      await rm(replaced, { recursive: true, force: true })
      const hadSome = await exists(folder)
      if (hadSome) await rename(folder, replaced)
      await rename(fresh, folder)
      return async () => {
        await rename(folder, fresh)
        if (hadSome) await rename(replaced, folder)
      }
    },
    async clean() {
      for (const left of [fresh, replaced]) await rm(left, { recursive: true, force: true })
    },
  }
}
