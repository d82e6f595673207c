import { locale } from '../../platform/language.ts'

/** Regions that the browser names and that are no country. */
const noCountry = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA'])
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Countries in the language of the screen, France first. */
export const countryOptions = (): readonly { readonly value: string; readonly label: string }[] => {
  const names = new Intl.DisplayNames(locale(), { type: 'region', fallback: 'none' })
  const found = letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((value) => {
      const label = noCountry.has(value) ? undefined : names.of(value)
      return label ? [{ value, label }] : []
    })
    .sort((a, b) => a.label.localeCompare(b.label, locale()))
  return [...found.filter(({ value }) => value === 'FR'), ...found.filter(({ value }) => value !== 'FR')]
}

export const countryName = (code: string): string => new Intl.DisplayNames(locale(), { type: 'region' }).of(code) ?? code
