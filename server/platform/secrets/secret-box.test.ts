import { describe, expect, it } from 'vitest'
import { createSecretBox, SecretUnreadable } from './secret-box.ts'
import { hashToken, newToken, sameSecret } from './tokens.ts'

describe('secret box', () => {
  const box = createSecretBox(['first secret'])

  it('opens what it sealed, and never seals twice the same way', () => {
    const sealed = box.seal('mot de passe é', 'services.sip:1')
    expect(box.open(sealed, 'services.sip:1')).toBe('mot de passe é')
    expect(sealed.includes('mot de passe')).toBe(false)
    expect(box.seal('mot de passe é', 'services.sip:1').equals(sealed)).toBe(false)
  })

  it('refuses another context, an altered byte, another key and rubbish', () => {
    const sealed = box.seal('secret', 'a:1')
    expect(() => box.open(sealed, 'a:2')).toThrow(SecretUnreadable)
    for (let index = 0; index < sealed.length; index += 1) {
      const altered = Buffer.from(sealed)
      altered[index] = (altered[index] ?? 0) ^ 1
      expect(() => box.open(altered, 'a:1')).toThrow(SecretUnreadable)
    }
    expect(() => createSecretBox(['other']).open(sealed, 'a:1')).toThrow(SecretUnreadable)
    expect(() => box.open(Buffer.alloc(3), 'a:1')).toThrow(SecretUnreadable)
  })

  it('reads values of a previous key and says that they must be sealed again', () => {
    const sealed = box.seal('secret', 'a:1')
    const next = createSecretBox(['second secret', 'first secret'])
    expect(next.open(sealed, 'a:1')).toBe('secret')
    expect(next.needsRotation(sealed)).toBe(true)
    expect(next.needsRotation(next.seal('secret', 'a:1'))).toBe(false)
  })
})

describe('tokens', () => {
  it('are long, distinct, and stored as hashes', () => {
    const token = newToken()
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(newToken()).not.toBe(token)
    expect(hashToken(token)).toHaveLength(32)
    expect(sameSecret(hashToken(token), hashToken(token))).toBe(true)
    expect(sameSecret('a', 'ab')).toBe(false)
  })
})
