import type { Locator } from '@playwright/test'

/** A day `yyyy-mm-dd` as people write it, 21/11/2026, and back. */
const written = (day: string): string => day.split('-').reverse().join('/')
export const readDay = async (field: Locator): Promise<string> => (await field.inputValue()).split('/').reverse().join('-')

/** Types a day `yyyy-mm-dd` instead of what a field holds. */
export const typeDay = async (field: Locator, day: string): Promise<void> => {
  await field.fill('')
  await field.pressSequentially(written(day))
}
