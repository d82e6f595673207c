import { generateSecret, generateURI, verifySync } from 'otplib'
import { plainText } from '#api/rules/plain-text'

/** What a TOTP secret is sealed for: it opens in its own row only. */
export const totpContext = (factorId: string): string => `factors.secret_sealed:${factorId}`

const issuer = 'MyOpenIP'
const stepSeconds = 30

/** A new secret (160 bits, base32) and the address that authenticator applications read from a QR code (RFC 6238, six digits, 30 s). */
export const newTotpSecret = (login: string): { secret: string; uri: string } => {
  const secret = generateSecret()
  return { secret, uri: generateURI({ issuer, label: login, secret }) }
}

/**
 * The time step of a right code, one step early or late allowed; `used` for one of a step already used, null for a wrong code.
 * @param lastStep the step of the last accepted code.
 */
export const acceptedStep = (secret: string, code: string, now: Date, lastStep: number | null): number | 'used' | null => {
  // Keyboards of East Asia give wide digits.
  const token = plainText(code.normalize('NFKC')).replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const epoch = Math.floor(now.getTime() / 1000)
  const result = verifySync({ secret, token, epoch, epochTolerance: stepSeconds })
  if (!result.valid || !('timeStep' in result)) return null
  return lastStep !== null && result.timeStep <= lastStep ? 'used' : result.timeStep
}
