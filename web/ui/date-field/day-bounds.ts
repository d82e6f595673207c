/** Days that may be chosen, `yyyy-mm-dd`. */
export interface DayBounds {
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly excluded?: ((day: string) => boolean) | undefined
}

export const isWithin = (day: string, { min, max }: DayBounds): boolean =>
  (min === undefined || day >= min) && (max === undefined || day <= max)
export const mayChoose = (day: string, bounds: DayBounds): boolean => isWithin(day, bounds) && bounds.excluded?.(day) !== true

/** The nearest day within the bounds. */
export const held = (day: string, { min, max }: DayBounds): string =>
  min !== undefined && day < min ? min : max !== undefined && day > max ? max : day
