const here = 'http://portal.invalid'

/**
 * The page to open once signed in, from an address that anybody may write: a path of this portal, or nothing. Read as browsers read it, so that
 * `//site`, `/\site` and the like lead nowhere else.
 */
export const returnPath = (value: unknown): string | undefined => {
  if (typeof value !== 'string' || !value.startsWith('/') || !URL.canParse(value, here)) return undefined
  const { origin, pathname, search, hash } = new URL(value, here)
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : undefined
}
