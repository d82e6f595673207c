import { describe, expect, it } from 'vitest'
import type { Universe } from '#api/universes'
import { type States, toneOf } from './state-tones.ts'

const readers: readonly Universe[] = ['client', 'ambassador', 'operator', 'carrier']

describe('how a state looks', () => {
  it.each<[keyof States, string, readonly Universe[]]>([
    ['order', 'awaiting_client', ['client', 'operator']],
    ['proposal', 'pending', ['carrier']],
    ['request', 'open', ['operator']],
    ['mandate', 'to_sign', ['client', 'ambassador', 'operator']],
    ['company', 'suspended', ['client', 'ambassador', 'operator']],
  ])('%s %s is tinted for those whom it waits for alone', (kind, state, tinted) =>
    expect(readers.filter((reader) => toneOf(kind, state as never, reader) === 'warning')).toEqual(tinted),
  )

  it.each<[keyof States, string]>([
    ['offer', 'withdrawn'],
    ['user', 'suspended'],
    ['proposal', 'refused'],
    ['request', 'declined'],
    ['contract', 'termination_requested'],
    ['order', 'impossible'],
    ['version', 'draft'],
  ])('%s %s is plain: nobody has anything to do', (kind, state) => {
    for (const reader of readers) expect(['neutral', 'info']).toContain(toneOf(kind, state as never, reader))
  })

  it.each<[keyof States, string, string]>([
    ['mail', 'failed', 'danger'],
    ['import', 'checked', 'warning'],
    ['financial', 'blocked', 'danger'],
    ['step', 'blocked', 'warning'],
  ])('%s %s calls for somebody', (kind, state, tone) => expect(toneOf(kind, state as never, 'carrier')).toBe(tone))
})
