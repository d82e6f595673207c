/** One measured number against its bar. */
export interface Figure {
  readonly figure: string
  readonly value: number
  readonly unit: string
  readonly bar: number
  /** `min`: the value must reach the bar; `max`: it must stay under. */
  readonly sense: 'min' | 'max'
  /** A required figure that falls short fails the command; an informative one is only shown. */
  readonly required: boolean
  readonly detail?: Readonly<Record<string, unknown>>
}

export const meets = ({ value, bar, sense }: Figure): boolean => (sense === 'min' ? value >= bar : value <= bar)

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The value under which that share of the samples lies. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits))
