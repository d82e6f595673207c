import { describe, expect, it } from 'vitest'
import { readItems } from './repriced-items.ts'

const line = (
  action: 'add' | 'modify' | 'delete',
  item: string,
  quantityBefore: number | null,
  quantityAfter: number | null,
  monthlyCents: number | null,
) => ({ action, item, quantityBefore, quantityAfter, monthlyCents })

describe('lines of an order as people read them', () => {
  it('tell a new price beside the old one', () => {
    const items = [
      line('delete', 'base', 1, 0, 1_500),
      line('add', 'base', null, 1, 2_000),
      line('delete', 'channels', 4, 0, 1_000),
      line('add', 'channels', null, 6, 800),
      line('add', 'channels:setup', null, 2, 0),
      line('modify', 'codec', null, null, 0),
    ]
    expect(readItems(items)).toEqual([
      { ...line('modify', 'base', 1, 1, 2_000), monthlyBeforeCents: 1_500 },
      { ...line('modify', 'channels', 4, 6, 800), monthlyBeforeCents: 1_000 },
      { ...line('add', 'channels:setup', null, 2, 0), monthlyBeforeCents: null },
      { ...line('modify', 'codec', null, null, 0), monthlyBeforeCents: null },
    ])
  })

  it('stay as they are when several come or go under one name, or when one changes beside them', () => {
    const [gone, come] = [line('delete', 'base', 1, 0, 1_500), line('add', 'base', null, 1, 2_000)]
    const change = line('modify', 'base', 1, 2, 1_500)
    for (const items of [
      [gone, come, come],
      [gone, gone, come],
      [gone, gone, come, come],
    ])
      expect(readItems(items)).toEqual(items.map((item) => ({ ...item, monthlyBeforeCents: null })))
    expect(readItems([change, gone, come])).toEqual([
      { ...change, monthlyBeforeCents: null },
      { ...line('modify', 'base', 1, 1, 2_000), monthlyBeforeCents: 1_500 },
    ])
  })

  it('keep apart what only comes, what only goes, and amounts that the reader may not see', () => {
    const gone = line('delete', 'base', 1, 0, 1_500)
    const come = line('add', 'backup', null, 1, 900)
    expect(readItems([gone, come]).map(({ action, monthlyBeforeCents }) => [action, monthlyBeforeCents])).toEqual([
      ['delete', null],
      ['add', null],
    ])
    expect(readItems([line('delete', 'base', 1, 0, null), line('add', 'base', null, 1, null)])).toEqual([
      { ...line('modify', 'base', 1, 1, null), monthlyBeforeCents: null },
    ])
  })
})
