interface Hit {
  readonly kind: string
  readonly reference: string
}

/** While fewer are found as it was typed, words spelled nearly so are looked for. */
export const little = 3

/** What was found as typed, then what is spelled nearly so and was not found yet. */
export const withNear = <H extends Hit>(hits: readonly H[], near: readonly H[]): H[] => {
  const known = new Set(hits.map(({ kind, reference }) => `${kind} ${reference}`))
  return [...hits, ...near.filter(({ kind, reference }) => !known.has(`${kind} ${reference}`))]
}
