import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

const formatVersion = 1
const keyIdBytes = 4
const ivBytes = 12
const tagBytes = 16
const headerBytes = 1 + keyIdBytes + ivBytes + tagBytes

/** The sealed text was made by a key that is no longer in SECRET_KEY, for another context, or was altered. */
export class SecretUnreadable extends Error {
  override name = 'SecretUnreadable'
}

export interface SecretBox {
  /** Encrypts `text`; it opens only with the same `context` (table, column and row), so a value copied to another row is useless. */
  seal(text: string, context: string): Buffer
  /** @throws SecretUnreadable when the key is gone, the context differs or a byte changed. */
  open(sealed: Uint8Array, context: string): string
  /** True when the value was sealed by a previous key of SECRET_KEY. */
  needsRotation(sealed: Uint8Array): boolean
}

interface Key {
  readonly id: Buffer
  readonly bytes: Buffer
}

const deriveKey = (secret: string): Key => {
  const bytes = Buffer.from(hkdfSync('sha256', secret, 'myopenip', 'secrets at rest', 32))
  // The id is derived from the derived key, so it tells nothing about the secret itself.
  return { bytes, id: createHash('sha256').update('key id').update(bytes).digest().subarray(0, keyIdBytes) }
}

const associatedData = (keyId: Uint8Array, context: string) =>
  Buffer.concat([Buffer.from([formatVersion]), keyId, Buffer.from(context, 'utf8')])

/**
 * AES-256-GCM with the keys of SECRET_KEY, the current one first. The first one seals, all of them open; the id of the key is stored in
 * front of the ciphertext: version (1) · key id (4) · iv (12) · tag (16) · ciphertext.
 */
export const createSecretBox = (secretKeys: readonly [string, ...string[]]): SecretBox => {
  const [first, ...others] = secretKeys
  const [current, previous] = [deriveKey(first), others.map(deriveKey)]
  const keys = [current, ...previous]

  return {
    seal(text, context) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', current.bytes, iv)
      cipher.setAAD(associatedData(current.id, context))
      const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([formatVersion]), current.id, iv, cipher.getAuthTag(), ciphertext])
    },
    open(sealed, context) {
      if (sealed.length < headerBytes || sealed[0] !== formatVersion) throw new SecretUnreadable('Not a sealed value.')
      const keyId = sealed.subarray(1, 1 + keyIdBytes)
      const key = keys.find((candidate) => candidate.id.equals(keyId))
      if (!key) throw new SecretUnreadable('Sealed with a key that SECRET_KEY does not hold.')
      const ivEnd = 1 + keyIdBytes + ivBytes
      const decipher = createDecipheriv('aes-256-gcm', key.bytes, sealed.subarray(1 + keyIdBytes, ivEnd))
      decipher.setAAD(associatedData(keyId, context))
      decipher.setAuthTag(sealed.subarray(ivEnd, headerBytes))
      try {
        return Buffer.concat([decipher.update(sealed.subarray(headerBytes)), decipher.final()]).toString('utf8')
      } catch {
        throw new SecretUnreadable('Altered, or sealed for another context.')
      }
    },
    needsRotation: (sealed) => !current.id.equals(sealed.subarray(1, 1 + keyIdBytes)),
  }
}
