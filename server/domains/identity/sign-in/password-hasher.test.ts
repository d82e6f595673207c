import { describe, expect, it } from 'vitest'
import { createPasswordHasher } from './password-hasher.ts'

describe('password hasher', () => {
  it('hashes with argon2id 19456/2/1 and does the same work without a hash', async () => {
    const hasher = createPasswordHasher({ concurrency: 2, waiting: 8 })
    const hash = await hasher.hash('Demo-2026!')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await hasher.verify(hash, 'Demo-2026!')).toBe(true)
    expect(await hasher.verify(hash, 'demo-2026!')).toBe(false)
    expect(await hasher.verify(null, 'Demo-2026!')).toBe(false)
    expect(hasher.performed).toBe(4)
  })

  it('refuses what does not fit in the queue, and serves again afterwards', async () => {
    const hasher = createPasswordHasher({ concurrency: 1, waiting: 2 })
    const settled = await Promise.allSettled(Array.from({ length: 6 }, () => hasher.verify(null, 'x')))
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected', 'rejected'])
    expect(settled[5]).toMatchObject({ reason: { code: 'unavailable' } })
    expect(await hasher.verify(null, 'x')).toBe(false)
  })
})
