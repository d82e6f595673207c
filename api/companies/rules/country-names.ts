import { foldText } from '../../rules/text-fold.ts'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Names of countries in French and in English → their two letters, by their writing without accents or case. */
export const countryNames = (): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  for (const locale of ['en', 'fr']) {
    const shown = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' })
    for (const first of letters)
      for (const second of letters) {
        const name = shown.of(`${first}${second}`)
        // Codes that were replaced (UK, FX) lead to those of today.
        const [today = ''] = Intl.getCanonicalLocales(`und-${first}${second}`)
        if (name) names.set(foldText(name), today.slice('und-'.length))
      }
  }
  return names
}
