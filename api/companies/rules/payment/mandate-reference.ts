import { plainText } from '../../../rules/plain-text.ts'

/** Trimmed, in upper case: banks compare mandate references without case. */
export const normaliseMandateReference = (text: string): string => plainText(text).toUpperCase()

/** Unique mandate reference (RUM) in the SEPA character set: at most 35 characters, no slash at an end nor doubled (EPC217-08). */
export const isMandateReference = (reference: string): boolean =>
  /^[A-Za-z0-9/\-?:().,'+ ]{1,35}$/.test(reference) && reference.trim() === reference && !/^\/|\/$|\/\//.test(reference)

/** The mandate number `sequence` (from 1) of a company: `OIP-00000002`, 3 → `OIP-00000002-M003`. Throws RangeError on anything else. */
export const mandateReference = (companyReference: string, sequence: number): string => {
  const reference = `${companyReference}-M${String(sequence).padStart(3, '0')}`
  if (!Number.isSafeInteger(sequence) || sequence < 1 || !isMandateReference(reference)) throw new RangeError(`No mandate ${reference}`)
  return reference
}
