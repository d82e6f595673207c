import { expect, it } from 'vitest'
import { withFirstOfMonth } from './first-of-month.ts'

it('the first of a month is an ordinal in French, no other day is', () => {
  const written = (day: string, language: string) =>
    withFirstOfMonth(
      new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(`${day}T12:00:00Z`),
      ),
    )
  expect(written('2026-11-01', 'fr-FR')).toBe('dimanche 1er novembre 2026')
  expect(written('2026-08-01', 'fr-FR')).toBe('samedi 1er août 2026')
  expect(written('2026-08-31', 'fr-FR')).toBe('lundi 31 août 2026')
  expect(written('2026-08-11', 'fr-FR')).toBe('mardi 11 août 2026')
  expect(written('2026-11-01', 'en-GB')).toBe('Sunday, 1 November 2026')
})
