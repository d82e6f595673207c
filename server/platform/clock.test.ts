import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clockRefusal, openPortalClock, type PortalClock, travellingClock } from './clock.ts'

describe('the travelling clock', () => {
  it('gives the day in Paris, not in London', () => {
    expect(travellingClock('2026-06-30T22:30:00Z').today().toString()).toBe('2026-07-01')
    expect(travellingClock('2026-12-31T22:30:00Z').today().toString()).toBe('2026-12-31')
  })

  it('counts calendar units in Paris across the change of hour', () => {
    const clock = travellingClock('2026-03-28T11:00:00Z')
    clock.advance({ days: 1 })
    expect(clock.now().toISOString()).toBe('2026-03-29T10:00:00.000Z')
  })

  it('never goes back', () => {
    const clock = travellingClock('2026-01-02T00:00:00Z')
    expect(() => clock.travelTo('2026-01-01T00:00:00Z')).toThrow(/never goes back/)
    expect(() => clock.advance({ hours: -1 })).toThrow(/never goes back/)
  })
})

describe("the portal's clock", () => {
  let dataDir = ''
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'portal-clock-'))
  })
  const opened: PortalClock[] = []
  afterEach(() => {
    for (const { close } of opened.splice(0)) close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const open = (start: string | null): PortalClock => {
    const clock = openPortalClock({ dataDir, clockStart: start === null ? null : new Date(start) })
    opened.push(clock)
    return clock
  }

  it('starts where it is told and runs', async () => {
    const { clock, close } = open('2040-01-01T00:00:00Z')
    await new Promise((done) => setTimeout(done, 20))
    expect(clock.now().getTime() - Date.parse('2040-01-01T00:00:00Z')).toBeGreaterThanOrEqual(19)
    close()
  })

  it('refuses to go back, told or not, after the data saw the future', () => {
    open('2040-01-01T00:00:00Z').close()
    expect(() => open('2039-12-31T00:00:00Z')).toThrow(/^CLOCK_START: .*never goes back/)
    expect(() => open(null)).toThrow(/^CLOCK_START: /)
    open('2040-01-02T00:00:00Z').close()
  })

  it('remembers even when its process is killed', () => {
    open('2040-01-01T00:00:00Z')
    expect(() => open('2039-01-01T00:00:00Z')).toThrow(/never goes back/)
  })

  it('lets the machine correct itself by seconds', () => {
    expect(clockRefusal(10_000, 12_000)).toBeNull()
    expect(clockRefusal(10_000, 16_000)).toMatch(/^CLOCK_START/)
  })
})
