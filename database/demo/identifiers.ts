/** Identifiers that pass every check and belong to nobody. */

const luhnDigit = (digits: string): number => {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]) * (index % 2 === 0 ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return (10 - (sum % 10)) % 10
}

/** The n-th SIREN of the block 999 xxx xxx, kept for fiction. n < 100,000; beyond, the block 99x. */
export const demoSiren = (n: number): string => {
  const body = n < 100_000 ? `999${String(n).padStart(5, '0')}` : `99${String(n).padStart(6, '0').slice(-6)}`
  return `${body}${luhnDigit(body)}`
}

/** A SIRET of that SIREN, for its n-th establishment. */
export const demoSiret = (siren: string, establishment: number): string => {
  const body = `${siren}${String(establishment).padStart(4, '0')}`
  return `${body}${luhnDigit(body)}`
}

/** The French VAT number of a SIREN. */
export const demoVatNumber = (siren: string): string => `FR${String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0')}${siren}`

/** A French IBAN of an invented bank whose both keys hold. */
export const demoIban = (n: number): string => {
  const bank = '99999'
  const branch = '00001'
  const account = String(n).padStart(11, '0')
  const rib = 97n - ((89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(account)) % 97n)
  const national = `${bank}${branch}${account}${String(rib).padStart(2, '0')}`
  const check = 98n - (BigInt(`${national}152700`) % 97n)
  return `FR${String(check).padStart(2, '0')}${national}`
}

const fictionalPrefixes = ['019900', '026191', '035301', '046571', '053649'] as const

/** The n-th fixed number of the ranges kept for fiction, E.164. */
export const demoPhone = (n: number): string => {
  const prefix = fictionalPrefixes[n % fictionalPrefixes.length] ?? '019900'
  return `+33${prefix.slice(1)}${String(Math.floor(n / 5) % 10_000).padStart(4, '0')}`
}

/** The n-th mobile number of the range kept for fiction (06 39 98), E.164. */
export const demoMobile = (n: number): string => `+3363998${String(n % 10_000).padStart(4, '0')}`

/** A UUID that depends on the kind and number only, so that a demonstration can be completed later. */
export const demoId = (kind: number, n: number): string => {
  const hex = n.toString(16).padStart(12, '0')
  return `01900000-${kind.toString(16).padStart(4, '0')}-7000-8000-${hex}`
}
