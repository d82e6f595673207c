import { useQuery } from '@tanstack/react-query'
import { useUniverse } from '../../../platform/session.ts'
import { words } from '../../../platform/words.ts'
import { familiesQuery } from './families.queries.ts'

export interface Families {
  /** As the catalogue names it today, in the reader's language. */
  readonly nameOf: (code: string) => string
  /** Of a filter, in the order of the shop. */
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** The families of the catalogue: wherever one is shown or chosen, it is named by this. */
export const useFamilies = (): Families => {
  const { data } = useQuery(familiesQuery(useUniverse()))
  const items = data?.items ?? []
  return {
    // Until they are there, nothing rather than a code.
    nameOf: (code) => {
      const family = items.find((one) => one.code === code)
      if (family) return words(family.name)
      return data ? code : ''
    },
    options: items.map(({ code, name }) => ({ value: code, label: words(name) })),
  }
}
