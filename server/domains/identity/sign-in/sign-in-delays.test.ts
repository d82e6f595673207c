import { describe, expect, it } from 'vitest'
import { networkOf } from './networks.ts'
import { stageFor } from './session-stage.ts'
import { type Counter, countersOf, countFailure, delayAfter, delayRules, forgetAfterHours, waitSeconds } from './sign-in-delays.ts'

const now = new Date('2026-11-21T09:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

describe('delays of sign-in', () => {
  it.each([
    ['pair', 1, 0],
    ['pair', 5, 0],
    ['pair', 6, 5],
    ['pair', 7, 10],
    ['pair', 9, 40],
    ['pair', 14, 900],
    ['pair', 5000, 900],
    ['device', 6, 5],
    ['subject', 40, 0],
    ['subject', 41, 30],
    ['subject', 46, 900],
    ['network', 100, 0],
    ['network', 101, 5],
  ] as const)('%s after %i failures waits %i s', (kind, failures, seconds) => {
    expect(delayAfter(kind, failures)).toBe(seconds)
  })

  it('never waits longer than a quarter of an hour', () => {
    for (const { maximumSeconds } of Object.values(delayRules)) expect(maximumSeconds).toBeLessThanOrEqual(900)
  })

  it('looks at fewer counters the better the place is known', () => {
    expect(countersOf('unknown')).toEqual(['pair', 'subject', 'network'])
    expect(countersOf('known_network')).not.toContain('subject')
    expect(countersOf('known_device')).toEqual(['device'])
  })

  it('counts in a row and forgets', () => {
    let counter: Counter | null = null
    for (let attempt = 0; attempt < 6; attempt++) counter = countFailure('pair', counter, now)
    expect(counter?.failures).toBe(6)
    expect(counter && waitSeconds([counter], now)).toBe(5)
    expect(counter && waitSeconds([counter], later(5))).toBe(0)
    expect(countFailure('pair', counter, later(forgetAfterHours * 3600 + 1)).failures).toBe(1)
  })
})

describe('networks', () => {
  it.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:12:34::1', '2001:db8:12::/48'],
    ['2001:0DB8:0012:ffff:1:2:3:4', '2001:db8:12::/48'],
    ['::1', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['nonsense', 'nonsense'],
  ])('%s is in %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network)
  })
})

describe('people who sign in at the same instant', () => {
  it('do not delay one another, whichever read the clock first', () => {
    const counted = countFailure('network', null, later(0.02))
    expect(waitSeconds([counted], now)).toBe(0)
    expect(waitSeconds([countFailure('network', counted, later(0.04))], now)).toBe(0)
  })
})

describe('stages', () => {
  const facts = { provedFactor: false, hasFactor: false, factorRequired: false, acceptedTerms: true }
  it.each([
    [{}, 'complete'],
    [{ acceptedTerms: false }, 'accept_terms'],
    [{ hasFactor: true }, 'second_factor'],
    [{ hasFactor: true, provedFactor: true }, 'complete'],
    [{ hasFactor: true, provedFactor: true, acceptedTerms: false }, 'accept_terms'],
    [{ factorRequired: true }, 'enrol_second_factor'],
    [{ factorRequired: true, acceptedTerms: false }, 'enrol_second_factor'],
    [{ factorRequired: true, hasFactor: true }, 'second_factor'],
  ] as const)('%o → %s', (change, stage) => {
    expect(stageFor({ ...facts, ...change })).toBe(stage)
  })
})
