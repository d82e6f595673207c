import { type Language, locales } from '#api/languages'
import { withFirstOfMonth } from '#api/rules/first-of-month'
import { businessTimeZone } from '../clock.ts'

/** A day `YYYY-MM-DD` as a sentence says it: « 1er novembre 2026 », “1 November 2026”. */
export const dayInWords = (day: string, language: Language): string =>
  withFirstOfMonth(Temporal.PlainDate.from(day).toLocaleString(locales[language], { dateStyle: 'long' }))

/** An instant as a sentence says it, at the time of the business. */
export const instantInWords = (at: string, language: Language): string =>
  withFirstOfMonth(
    new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone: businessTimeZone }).format(new Date(at)),
  )
