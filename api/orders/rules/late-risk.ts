import { daysBetween } from '../../rules/civil-date.ts'

/** Fewer delivered orders than this say nothing about the next one. */
const minimumDelivered = 5

/** Days that four deliveries in five needed at most: the smallest value that at least 80 % do not exceed (nearest rank). @returns null below `minimumDelivered`. */
export const usualDays = (days: readonly number[]): number | null => {
  if (days.length < minimumDelivered) return null
  const sorted = [...days].sort((one, other) => one - other)
  return sorted[Math.ceil(sorted.length * 0.8) - 1] ?? null
}

/** Days for which an order submitted on a day has been open. Never negative. */
export const openDays = (submittedOn: string, today: string): number => Math.max(0, daysBetween(submittedOn, today))

/** True when an order is open longer than four delivered orders of the same offer in five took. */
export const isAtRisk = (open: number, usual: number | null): boolean => usual !== null && open > usual
