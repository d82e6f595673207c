import { once } from 'node:events'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type SheetValue, writeWorkbook } from './xlsx-file.ts'

/** The parts of an archive, by its central directory. */
const partsOf = (bytes: Buffer): Map<string, string> => {
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'))
  const parts = new Map<string, string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [size, nameLength, extra, comment, offset] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ]
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
    parts.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), inflateRawSync(bytes.subarray(start, start + size)).toString('utf8'))
    at += 46 + nameLength + extra + comment
  }
  return parts
}

type Line = readonly SheetValue[]
const workbook = async (lines: readonly Line[], maximumRows?: number): Promise<Map<string, string>> => {
  const batches = async function* () {
    for (const line of lines) yield [line]
  }
  const stream = writeWorkbook([{ title: 'Nom & état', width: 20 }], batches(), 'Offres : 2026/11', maximumRows)
  return partsOf(Buffer.concat(await stream.toArray()))
}
const sheet = async (value: SheetValue): Promise<string> => {
  const text = (await workbook([[value]])).get('xl/worksheets/sheet1.xml') ?? ''
  return /<\/row><row>(.*)<\/row>/.exec(text)?.[1] ?? ''
}

describe('a workbook', () => {
  it('has the parts that a spreadsheet looks for, and a title that stays in sight', async () => {
    const parts = await workbook([])
    expect([...parts.keys()].sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ])
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('Nom &amp; état')
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('state="frozen"')
    expect(parts.get('xl/workbook.xml')).toContain('name="Offres   2026 11"')
  })

  it('types days, instants, counts and amounts', async () => {
    expect(await sheet({ kind: 'day', value: '2027-01-01' })).toBe('<c s="2"><v>46388</v></c>')
    expect(await sheet({ kind: 'instant', value: '2027-01-01 12:00:00' })).toBe('<c s="3"><v>46388.5</v></c>')
    expect(await sheet({ kind: 'number', value: 1200 })).toBe('<c s="4"><v>1200</v></c>')
    expect(await sheet({ kind: 'euros', value: 12.5 })).toBe('<c s="5"><v>12.5</v></c>')
    expect(await sheet(null)).toBe('<c/>')
    // Spreadsheets disagree on the days before March 1900.
    expect(await sheet({ kind: 'day', value: '1899-12-31' })).toContain('<t xml:space="preserve">1899-12-31</t>')
  })

  it('writes any text as text: no formula, no code, nothing that XML refuses', async () => {
    expect(await sheet({ kind: 'text', value: '=1+1' })).toBe('<c t="inlineStr" s="6"><is><t xml:space="preserve">=1+1</t></is></c>')
    expect(await sheet({ kind: 'text', value: '+33184787880' })).toContain('s="6"')
    expect(await sheet({ kind: 'text', value: 'a\u0000\u0008b<&>"\ud800' })).toContain('>ab&lt;&amp;&gt;&quot;\ufffd<')
    expect(await sheet({ kind: 'text', value: '_x000D_' })).toContain('>_x005F_x000D_<')
    expect((await sheet({ kind: 'text', value: 'x'.repeat(40_000) })).length).toBeLessThan(33_000)
  })

  it('goes on in another sheet when one is full', async () => {
    const lines = Array.from({ length: 7 }, (_, index): Line => [{ kind: 'number', value: index }])
    const parts = await workbook(lines, 4)
    const rows = [1, 2, 3].map((n) => (parts.get(`xl/worksheets/sheet${n}.xml`) ?? '').match(/<v>/g)?.length)
    expect(rows).toEqual([3, 3, 1])
    expect([...(parts.get('xl/workbook.xml')?.matchAll(/<sheet /g) ?? [])]).toHaveLength(3)
    expect((await workbook(lines.slice(0, 3), 4)).has('xl/worksheets/sheet2.xml')).toBe(false)
  })

  it('asks for no more rows than are read, and stops when nobody reads', async () => {
    let asked = 0
    let isOver = false
    // Unlike each other: what compresses to nothing would fill no buffer.
    const line = (): Line => Array.from({ length: 20 }, (_, index) => ({ kind: 'text', value: `${index} ${Math.random()}` }))
    const batches = async function* () {
      try {
        for (; asked < 5_000; asked++) yield Array.from({ length: 100 }, line)
      } finally {
        isOver = true
      }
    }
    const stream = writeWorkbook([], batches(), 'x')
    await once(stream, 'readable')
    const settled = async (): Promise<number> => {
      const before = asked
      await new Promise((done) => setTimeout(done, 200))
      return before === asked ? asked : settled()
    }
    expect(await settled()).toBeLessThan(1_000)
    stream.destroy()
    await once(stream, 'close')
    await new Promise((done) => setTimeout(done, 50))
    expect(isOver).toBe(true)
  })

  it('breaks off when its rows do', async () => {
    const batches = async function* () {
      yield [[{ kind: 'number', value: 1 } as const]]
      throw new Error('the right was withdrawn')
    }
    await expect(writeWorkbook([], batches(), 'x').toArray()).rejects.toThrow('withdrawn')
  })
})
