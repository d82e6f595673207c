import { mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { type Pack, pack } from 'tar-stream'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ArchiveWriter, verifyArchive } from './archive.ts'
import { incomingFolder } from './stored-files.ts'
import { ArchiveUnreadable, readTar } from './tar.ts'

let folder: string
const home = (name: string) => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const at = new Date('2026-11-21T09:00:00Z')
const nothing = {
  product: '1.2.3',
  createdAt: at.toISOString(),
  migrations: [],
  tables: [],
  sequences: [],
  jobs: { name: 'jobs', columns: [], rows: 0 },
  files: { count: 0, bytes: 0, missing: 0 },
  proofs: [],
}
const bytesOfAll = async (made: Pack) => {
  made.finalize()
  return buffer(made as AsyncIterable<Buffer>)
}
const read = async (path: string) => {
  const found: [string, string][] = []
  for await (const entry of readTar(path)) found.push([entry.path, (await buffer(entry.content)).toString()])
  return found
}

describe('an archive', () => {
  it('gives back files of any name and size, in order', async () => {
    const path = home('names.tar')
    const names = ['files/a', `files/${'long/'.repeat(60)}b`, 'files/é€😀', `files/${'x'.repeat(200)}`]
    const sizes = [0, 1, 512, 300_000]
    const archive = await ArchiveWriter.create(path, at)
    for (const [index, name] of names.entries()) {
      await writeFile(home('source'), String(index).repeat(sizes[index] ?? 0))
      expect(await archive.keepFile(name, home('source'))).toBe(sizes[index])
    }
    await archive.finish(nothing)
    expect(await verifyArchive(path)).toMatchObject(nothing)
    const found = await read(path)
    expect(found.slice(0, -2)).toEqual(names.map((name, index) => [name, String(index).repeat(sizes[index] ?? 0)]))
    expect(found.slice(-2).map(([name]) => name)).toEqual(['manifest.json', 'manifest.json.sha256'])
    await expect(ArchiveWriter.create(path, at)).rejects.toThrow('EEXIST')
  })

  it('is not made of a file that changes under it', async () => {
    const archive = await ArchiveWriter.create(home('changed.tar'), at)
    await writeFile(home('source'), '')
    await truncate(home('source'), 1 << 28)
    const kept = archive.keepFile('files/a', home('source'))
    // Met from the start: it may break off before the file is cut for good.
    const refusal = expect(kept).rejects.toThrow('files/a changed while it was read.')
    await vi.waitUntil(async () => (await stat(home('changed.tar'))).size > 0, { interval: 1 })
    await truncate(home('source'), 10)
    await refusal
    await archive.abandon()
  })

  it('is refused with a file that was added, replaced or moved, whatever its own sums say', async () => {
    const path = home('whole.tar')
    const archive = await ArchiveWriter.create(path, at)
    await writeFile(home('source'), 'one')
    await archive.keepFile('files/one', home('source'))
    await archive.keepFile('files/two', home('source'))
    await archive.finish(nothing)
    const [one, two, ...ending] = await read(path)
    const written = async (entries: readonly ([string, string] | undefined)[]) => {
      const made = pack()
      for (const entry of entries) if (entry) made.entry({ name: entry[0] }, entry[1])
      await writeFile(home('forged.tar'), await bytesOfAll(made))
      return home('forged.tar')
    }
    await expect(verifyArchive(await written([one, two, ...ending]))).resolves.toMatchObject(nothing)
    for (const entries of [
      [one, ...ending],
      [two, one, ...ending],
      [one, two, ['files/three', 'three'], ...ending],
      [one, two, ...ending, ['files/three', 'three']],
      [one, two, ...ending, ...ending],
      [one, ['files/elsewhere', 'one'], ...ending],
      [one, two, ending[0]],
      [one, two, ending[1]],
    ] as [string, string][][])
      await expect(verifyArchive(await written(entries)), JSON.stringify(entries)).rejects.toThrow(ArchiveUnreadable)
  })

  it('is refused with anything else than plain files', async () => {
    for (const type of ['symlink', 'link', 'directory'] as const) {
      const made = pack()
      made.entry({ name: 'files/a', type, linkname: '/etc/passwd' })
      await writeFile(home('link.tar'), await bytesOfAll(made))
      await expect(read(home('link.tar')), type).rejects.toThrow('files/a is no plain file.')
    }
  })
})

describe('files that come back', () => {
  it('stay in their folder', async () => {
    const files = await incomingFolder(home('files'))
    for (const path of ['../outside', 'a/../../outside', '/outside', 'a//b', './a', ''])
      await expect(
        files.keep(
          path,
          (async function* () {
            yield Buffer.from('x')
          })(),
        ),
        path,
      ).rejects.toThrow(ArchiveUnreadable)
    expect(await readdir(home('files.restored'))).toEqual([])
    await files.clean()
  })
})
