import { hash } from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'
import { createPasswordHasher } from './password-hasher.ts'

describe('password hasher', () => {
  it('hashes with argon2id 19456/2/1 and does the same work without a hash', async () => {
    const hasher = createPasswordHasher({ concurrency: 2, waiting: 8 })
    const hash = await hasher.hash('Demo-2026!')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await hasher.verify(hash, 'Demo-2026!')).toBe('right')
    expect(await hasher.verify(hash, 'demo-2026!')).toBe('wrong')
    expect(await hasher.verify(null, 'Demo-2026!')).toBe('wrong')
    expect(hasher.performed).toBe(4)
  })

  it('takes one password in both encodings, and tells a hash of the former kind', async () => {
    const hasher = createPasswordHasher({ concurrency: 2, waiting: 8 })
    const [composed, decomposed] = ['Été-2026!ça', 'Été-2026!ça'.normalize('NFD')]
    for (const password of [composed, decomposed]) {
      const kept = await hasher.hash(password)
      expect(await hasher.verify(kept, composed)).toBe('right')
      expect(await hasher.verify(kept, decomposed)).toBe('right')
    }
    const former = await hash(decomposed, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
    expect(await hasher.verify(former, decomposed)).toBe('as_typed')
    expect(await hasher.verify(former, composed)).toBe('wrong')
    const before = hasher.performed
    expect(await hasher.verify(null, decomposed)).toBe('wrong')
    expect(hasher.performed).toBe(before + 2)
  })

  it('refuses what does not fit in the queue, and serves again afterwards', async () => {
    const hasher = createPasswordHasher({ concurrency: 1, waiting: 2 })
    const settled = await Promise.allSettled(Array.from({ length: 6 }, () => hasher.verify(null, 'x')))
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected', 'rejected'])
    expect(settled[5]).toMatchObject({ reason: { code: 'unavailable' } })
    expect(await hasher.verify(null, 'x')).toBe('wrong')
  })
})
