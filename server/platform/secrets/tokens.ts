import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new opaque token: 256 random bits, base64url (43 characters). Only its hash is ever stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a token. SHA-256 is enough: the token is random, not a password that could be guessed. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest()

/** Compares two secrets in a time that does not depend on where they differ, nor on their lengths. */
export const sameSecret = (left: string | Uint8Array, right: string | Uint8Array): boolean =>
  timingSafeEqual(createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest())
