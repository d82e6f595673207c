import { locale } from '../../../platform/language.ts'

/** `2027-01` as « janv. 2027 ». */
export const formatMonth = (month: string): string =>
  new Intl.DateTimeFormat(locale(), { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-15T12:00:00Z`))
