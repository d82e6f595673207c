/** How customers read a person of the carrier: « Céline B. (exploitant) », never the whole name. */
export const staffName = (displayName: string): string => {
  const [first = '', ...rest] = displayName.trim().split(/\s+/)
  const initial = rest.at(-1)?.[0]
  return `${first}${initial ? ` ${initial.toUpperCase()}.` : ''} (exploitant)`
}
