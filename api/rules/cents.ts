/** Cents divided among that many, rounded to the cent: halves go up. @param cents whole and not negative @param by whole and positive */
export const dividedCents = (cents: number, by: number): number => Math.floor((2 * cents + by) / (2 * by))

/** A share of an amount in hundredths of a percent, rounded to the cent: halves go up. */
export const shareOfCents = (cents: number, basisPoints: number): number => dividedCents(cents * basisPoints, 10_000)
