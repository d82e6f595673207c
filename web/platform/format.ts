import { formatPhone } from '#api/companies/rules/contact/phone-number'
import { withFirstOfMonth } from '#api/rules/first-of-month'
import { isFrench, locale } from './language.ts'

/** How values read on screen. Everything enters as the contract writes it: ISO strings, integer cents, digits without spaces. */
const zone = 'Europe/Paris'
const formats = new Map<string, Intl.DateTimeFormat>()
const dateFormat = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${locale()} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale(), options)
  formats.set(key, known)
  return known
}

/** The parts of a day `yyyy-mm-dd` that are wanted. Days have no zone: noon UTC keeps them from sliding. */
export const formatDayAs = (day: string, parts: Pick<Intl.DateTimeFormatOptions, 'weekday' | 'day' | 'month' | 'year'>): string =>
  dateFormat({ ...parts, timeZone: 'UTC' }).format(new Date(`${day.slice(0, 10)}T12:00:00Z`))

/** A day `yyyy-mm-dd` as 21/11/2026. */
export const formatDay = (day: string | null | undefined): string =>
  day ? formatDayAs(day, { day: '2-digit', month: '2-digit', year: 'numeric' }) : ''

/** A day in words: 21 novembre 2026, 1er novembre 2026. */
export const formatLongDay = (day: string): string => withFirstOfMonth(formatDayAs(day, { day: 'numeric', month: 'long', year: 'numeric' }))

/** An instant as 21/11/2026 14:05, Paris time. */
export const formatInstant = (instant: string | null | undefined): string =>
  instant
    ? dateFormat({ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: zone })
        .format(new Date(instant))
        .replace(',', '')
    : ''

/** The day of an instant in words, Paris time: 21 novembre 2026. */
export const formatDayOf = (instant: string): string =>
  withFirstOfMonth(dateFormat({ day: 'numeric', month: 'long', year: 'numeric', timeZone: zone }).format(new Date(instant)))

/** How long ago or in how long, from `now` (the caller's clock): « il y a 3 heures ». */
export const formatAgo = (instant: string, now: Date = new Date()): string => {
  const seconds = Math.round((new Date(instant).getTime() - now.getTime()) / 1000)
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' })
  const steps = [
    [60, 1, 'second'],
    [3600, 60, 'minute'],
    [86_400, 3600, 'hour'],
    [Number.POSITIVE_INFINITY, 86_400, 'day'],
  ] as const
  const step = steps.find(([limit]) => Math.abs(seconds) < limit) ?? steps[3]
  return relative.format(Math.round(seconds / step[1]), step[2])
}

/** A real minus: locale data write French and English amounts with a hyphen. */
const withMinus = (text: string): string => text.replace('-', '−')

/** Integer cents as 1 234,50 €, −12,00 € when negative. */
export const formatMoney = (cents: number): string =>
  withMinus(new Intl.NumberFormat(locale(), { style: 'currency', currency: 'EUR' }).format(cents / 100))

export const formatNumber = (value: number): string => withMinus(new Intl.NumberFormat(locale()).format(value))

/** Bytes as 1,2 Mo. */
export const formatBytes = (bytes: number): string => {
  const units = isFrench() ? ['o', 'ko', 'Mo', 'Go'] : ['B', 'kB', 'MB', 'GB']
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  return `${new Intl.NumberFormat(locale(), { maximumFractionDigits: power ? 1 : 0 }).format(bytes / 1000 ** power)} ${units[power] ?? ''}`
}

const groups = (digits: string, ...sizes: readonly number[]): string => {
  const parts: string[] = []
  let at = 0
  for (const size of sizes) {
    if (at >= digits.length) break
    parts.push(digits.slice(at, at + size))
    at += size
  }
  if (at < digits.length) parts.push(digits.slice(at))
  return parts.join('\u00a0')
}

/** A kept number as a person types it: plain spaces, so that the field leaves it alone. */
export const typedPhone = (number: string | null): string => formatPhone(number).replaceAll('\u00a0', ' ')

/** 552081317 → 552 081 317. */
export const formatSiren = (siren: string | null | undefined): string => groups(siren ?? '', 3, 3, 3)
/** 55208131700013 → 552 081 317 00013. */
export const formatSiret = (siret: string | null | undefined): string => groups(siret ?? '', 3, 3, 3, 5)
/** Groups of four, as printed by banks. */
export const formatIban = (iban: string | null | undefined): string => (iban ?? '').replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1\u00a0')
