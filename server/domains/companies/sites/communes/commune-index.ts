import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { departmentsOf, isOfDepartment } from '#api/companies/rules/site/cedex'
import type { Commune } from '#api/companies/sites/communes'
import { foldText } from '#api/rules/text-fold'

interface OfficialCommune {
  readonly code: string
  readonly nom: string
  readonly type: string
  readonly codesPostaux?: readonly string[]
  readonly population?: number
  /** Of a delegated or associated commune: the one that it is a part of. */
  readonly chefLieu?: string
}

interface Entry {
  readonly key: string
  readonly commune: Commune
  readonly population: number
}

export interface CommuneIndex {
  /** By prefix of the name, today's or a former one, or of a postcode, the largest first; by department for a CEDEX postcode. */
  find(search: string, postcode?: string): readonly Commune[]
  byCode(code: string): Commune | undefined
  /** Is this postcode of no commune, and of the department of this one? */
  isCedexOf(commune: Commune, postcode: string): boolean
}

const limit = 20
/** « St » is how many people write « Saint ». */
const keyOf = (name: string): string =>
  foldText(name)
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
const withoutArticle = (key: string): string => key.replace(/^(?:les|le|la|l) (?=.)/, '')

const byKey = (a: Entry, b: Entry): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : b.population - a.population)

/** Sorted entries searched by bisection: a prefix is a contiguous range. */
const rangeOf = (entries: readonly Entry[], prefix: string): Entry[] => {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle]?.key ?? '') < prefix) low = middle + 1
    else high = middle
  }
  const found: Entry[] = []
  for (let index = low; entries[index]?.key.startsWith(prefix); index++) found.push(entries[index] as Entry)
  return found
}

/** Builds the index over a list of communes (the official one, or a test's). */
const buildCommuneIndex = (official: readonly OfficialCommune[]): CommuneIndex => {
  const byCode = new Map<string, Commune>()
  const names: Entry[] = []
  const postcodes: Entry[] = []
  const codes: Entry[] = []
  for (const { code, nom, type, codesPostaux, population = 0 } of official) {
    if (type !== 'commune-actuelle' || !codesPostaux) continue
    const commune = { code, name: nom, postcodes: [...codesPostaux] }
    byCode.set(code, commune)
    const key = keyOf(nom)
    for (const name of new Set([key, withoutArticle(key)])) names.push({ key: name, commune, population })
    codes.push({ key: code, commune, population })
    for (const postcode of codesPostaux) postcodes.push({ key: postcode, commune, population })
  }
  for (const { nom, type, chefLieu = '' } of official) {
    const commune = byCode.get(chefLieu)
    if ((type !== 'commune-deleguee' && type !== 'commune-associee') || !commune || commune.name === nom) continue
    const key = keyOf(nom)
    const part = { ...commune, part: nom }
    for (const name of new Set([key, withoutArticle(key)])) names.push({ key: name, commune: part, population: 0 })
  }
  names.sort(byKey)
  postcodes.sort(byKey)
  codes.sort(byKey)

  const isCedex = (postcode: string) => /^\d{5}$/.test(postcode) && rangeOf(postcodes, postcode).length === 0
  const ofDepartment = (postcode: string) => departmentsOf(postcode).flatMap((department) => rangeOf(codes, department))

  const find = (search: string, postcode?: string): readonly Commune[] => {
    const text = keyOf(search)
    const digits = /^\d{1,5}$/.test(text.replaceAll(' ', '')) ? text.replaceAll(' ', '') : ''
    const narrowed = postcode?.replace(/\s/g, '') ?? ''
    if (text === '' && narrowed === '') return []
    const numbered = (number: string) => (isCedex(number) ? ofDepartment(number) : rangeOf(postcodes, number))
    const found = text === '' ? numbered(narrowed) : digits ? numbered(digits) : rangeOf(names, text)
    const serves = ({ commune }: Entry) =>
      isCedex(narrowed) ? isOfDepartment(commune.code, narrowed) : commune.postcodes.some((one) => one.startsWith(narrowed))
    const kept = text === '' || narrowed === '' ? found : found.filter(serves)
    // An exact name first (« Ars » before « Arsac »), then the places where most people live.
    const isNamed = ({ key }: Entry) => Number(digits === '' && key === text)
    kept.sort((a, b) => isNamed(b) - isNamed(a) || b.population - a.population)
    return [...new Set(kept.map((entry) => entry.commune))].slice(0, limit)
  }
  return {
    find,
    byCode: (code) => byCode.get(code),
    isCedexOf: (commune, postcode) => isCedex(postcode) && isOfDepartment(commune.code, postcode),
  }
}

let official: CommuneIndex | null = null

/** The official communes (@etalab/decoupage-administratif), read once, when first needed. */
export const communes = (): CommuneIndex => {
  if (!official) {
    const file = fileURLToPath(import.meta.resolve('@etalab/decoupage-administratif/data/communes.json'))
    official = buildCommuneIndex(JSON.parse(readFileSync(file, 'utf8')))
  }
  return official
}
