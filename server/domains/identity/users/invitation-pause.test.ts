import { describe, expect, it } from 'vitest'
import { judgeInvitation } from './invitation-pause.ts'

const now = new Date('2026-11-21T09:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)

describe('an invitation sent again', () => {
  it.each([
    ['never yet', [], true, undefined],
    ['a second ago', [1], 'invitation_just_sent', 59],
    ['almost a minute ago', [59.2], 'invitation_just_sent', 1],
    ['a minute ago', [60], true, undefined],
    ['four times today', [3600, 7200, 9000, 60], true, undefined],
    ['five times today', [80_000, 7200, 9000, 3600, 61], 'invitation_daily_limit', 6400],
    ['five times, the first over a day ago', [86_400, 7200, 9000, 3600, 61], true, undefined],
  ] as const)('%s', (_, sent, verdict, wait) => {
    const judged = judgeInvitation(sent.map(ago), now)
    if (judged.allowed) {
      expect(verdict).toBe(true)
      expect(judged.times.at(-1)).toEqual(now)
      expect(judged.times.length).toBeLessThanOrEqual(5)
    } else expect([judged.code, judged.waitSeconds]).toEqual([verdict, wait])
  })
})
