import { describe, expect, it } from 'vitest'
import { type LineDraft, mergeDrafts } from './merge-drafts.ts'

const base: LineDraft = {
  siteIds: ['one'],
  values: { channels: 2, plan: 'minutes', model: 'A' },
  commitmentMonths: 12,
  wishedOn: null,
  onsiteContactId: null,
}

describe('mergeDrafts', () => {
  it('keeps what the person changed and takes the rest from the other side', () => {
    const mine = { ...base, values: { ...base.values, channels: 8 }, commitmentMonths: 36 }
    const theirs = { ...base, siteIds: ['one', 'two'], values: { ...base.values, channels: 4, plan: 'unlimited' }, wishedOn: '2027-01-04' }
    expect(mergeDrafts(base, mine, theirs)).toEqual({
      siteIds: ['one', 'two'],
      values: { channels: 8, plan: 'unlimited', model: 'A' },
      commitmentMonths: 36,
      wishedOn: '2027-01-04',
      onsiteContactId: null,
    })
  })

  it('an answer taken back stays taken back', () => {
    const { model: _, ...without } = base.values
    expect(mergeDrafts(base, { ...base, values: without }, base).values).toEqual(without)
    expect(mergeDrafts(base, base, { ...base, values: without }).values).toEqual(without)
  })
})
