/**
 * A domain as machines write it: lower case, letters that are not ASCII as `xn--…` (`société.fr` → `xn--socit-esab.fr`). Null when its letters
 * make no domain. What is ASCII already is only lowered: whether it is a domain is for the caller to say.
 */
export const asciiDomain = (domain: string): string | null => {
  if (!/[^\0-\x7f]/.test(domain)) return domain.toLowerCase()
  // Whatever else an address may hold (port, path, credentials) is kept away from the parser of addresses.
  if (!/^[\p{L}\p{M}\p{Nd}.。-]+$/u.test(domain) || !URL.canParse(`https://${domain}`)) return null
  return new URL(`https://${domain}`).hostname
}
