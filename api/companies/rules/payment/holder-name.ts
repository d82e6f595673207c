/**
 * Can banks be told this name of an account's holder? Letters that the conversion table of SEPA turns into the basic ones (EPC217-08: Latin, Greek,
 * Cyrillic), digits, and the signs of company names.
 */
export const isHolderName = (name: string): boolean =>
  /^(?:[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}\p{M} /\-?:().,'+&"@#*;!%_°²³·’‘“”«»–—…€ªº])+$/u.test(name) &&
  /[\p{L}\p{Nd}]/u.test(name)
