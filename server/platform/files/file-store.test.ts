import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { safeFileName } from './file-rules.ts'
import { createFileStore, type FileStore, type IncomingFile } from './file-store.ts'

const pdf: IncomingFile = {
  kind: 'mandate',
  name: 'mandat.pdf',
  mediaType: 'application/pdf',
  maxBytes: 1_000,
  allowed: ['application/pdf', 'text/csv'],
}

describe('files', () => {
  let folder: string
  let store: FileStore
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'files-'))
    store = createFileStore(folder, () => new Date('2026-11-21T09:00:00Z'))
  })
  afterAll(() => rm(folder, { recursive: true }))
  const stored = async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length

  it('are kept with their size and fingerprint, and read back', async () => {
    const content = Buffer.from('%PDF-1.7 hello')
    const kept = await store.keep(Readable.from([content.subarray(0, 3), content.subarray(3)]), pdf)
    expect(kept).toMatchObject({ size: 14, name: 'mandat.pdf', sha256: createHash('sha256').update(content).digest() })
    expect(kept.storageKey).toMatch(/^mandate\/2026-11\//)
    expect(Buffer.from(await store.bytes(kept.storageKey)).equals(content)).toBe(true)
    await store.discard(kept.storageKey)
    expect(await stored()).toBe(0)
  })

  it.each([
    ['too large', Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(2_000)]), pdf, 'file_too_large'],
    ['empty', Buffer.alloc(0), pdf, 'file_empty'],
    ['not a PDF', Buffer.from('<html>not a pdf</html>'), pdf, 'file_type_refused'],
    ['a short lie', Buffer.from('MZ'), pdf, 'file_type_refused'],
    ['a type that is not accepted here', Buffer.from('x'), { ...pdf, mediaType: 'image/png' }, 'file_type_refused'],
    ['binary called CSV', Buffer.from([0x61, 0x00, 0x62]), { ...pdf, mediaType: 'text/csv' }, 'file_type_refused'],
  ])('are refused when %s, and leave nothing', async (_why, content, file, code) => {
    await expect(store.keep(Readable.from(content.length ? [content] : []), file)).rejects.toMatchObject({ code })
    expect(await stored()).toBe(0)
  })
})

describe('file names', () => {
  it.each([
    ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
    ['C:\\Users\\me\\Relevé d’identité.PDF', 'application/pdf', 'Relevé d’identité.pdf'],
    ['invoice\u202efdp.exe', 'application/pdf', 'invoicefdp.pdf'],
    ['.htaccess', 'text/csv', 'htaccess.csv'],
    ['', 'image/jpeg', 'document.jpg'],
    ['a\r\nb: "c".jpeg', 'image/jpeg', 'ab c.jpeg'],
  ] as const)('%s is offered as a safe name', (name, mediaType, safe) => {
    expect(safeFileName(name, mediaType)).toBe(safe)
  })
})
