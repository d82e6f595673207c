/** A name as it is compared: neither case nor accents tell two families apart. */
export const plainName = (name: string): string =>
  name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae')

const longestCode = 40

/** The code of a new family, made from its name: « Sécurité & 5G » → `securite_5g`. It never changes afterwards, and is nobody else's. */
export const familyCode = (name: string, taken: ReadonlySet<string>): string => {
  const made = plainName(name)
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, longestCode - 4)
    .replaceAll(/^_|_$/g, '')
  const base = made === '' ? 'family' : made
  let code = base
  for (let number = 2; taken.has(code); number++) code = `${base}_${number}`
  return code
}
