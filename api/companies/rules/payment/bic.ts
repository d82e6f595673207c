import { plainText } from '../../../rules/plain-text.ts'

// Banks of these territories hold IBANs of the country on the right.
const ibanCountry: Readonly<Record<string, string>> = {
  GP: 'FR',
  MQ: 'FR',
  GF: 'FR',
  RE: 'FR',
  YT: 'FR',
  PM: 'FR',
  MF: 'FR',
  BL: 'FR',
  NC: 'FR',
  PF: 'FR',
  WF: 'FR',
  JE: 'GB',
  GG: 'GB',
  IM: 'GB',
}

/** Upper case, without spaces, nor the words copied along (« BIC : », « BIC/SWIFT »). */
export const normaliseBic = (text: string): string =>
  plainText(text)
    .toUpperCase()
    // The name apart from what follows: a bank's own code may begin with these letters.
    .replace(/^(?:BIC|SWIFT)(?:\s*\/\s*(?:BIC|SWIFT))?[\s:]+/, '')
    .replace(/\s/g, '')

/** Eight or eleven characters (ISO 9362), in canonical form. Whether the bank exists is not checked. */
export const isBic = (bic: string): boolean => /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(bic)

/** Is the bank in the country of the account? A bank of an overseas territory holds French IBANs; Monaco's banks may hold either. */
export const bicMatchesIban = (bic: string, iban: string): boolean => {
  const [bank, account] = [bic.slice(4, 6), iban.slice(0, 2)]
  return bank === account || ibanCountry[bank] === account || (bank === 'MC' && account === 'FR') || (bank === 'FR' && account === 'MC')
}
