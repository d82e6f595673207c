import { plainText } from '../../../rules/plain-text.ts'

/** `61.10z` → `6110Z`. */
export const normaliseApeCode = (text: string): string => plainText(text).toUpperCase().replace(/[\s.]/g, '')

/** Four digits and a letter (NAF rev. 2 and NAF 2025 alike), in canonical form. Whether INSEE lists it is not checked. */
export const isApeCode = (code: string): boolean => /^\d{4}[A-Z]$/.test(code)

/** `6110Z` → `61.10Z`. */
export const formatApeCode = (code: string): string => code.replace(/^(\d{2})(\d{2}[A-Z])$/, '$1.$2')
