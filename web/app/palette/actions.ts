import type { Icon } from '@tabler/icons-react'
import type { Session } from '#api/identity/sign-in/session'
import type { Words } from '#api/languages'
import { foldText } from '#api/rules/text-fold'
import { matchWords } from '#api/search/rules/near-words'
import type { Template } from '#api/templates'
import { universes as everyUniverse, type Universe } from '#api/universes'
import { sessionHolds } from '../../platform/session.ts'
import { words } from '../../platform/words.ts'
import type { HitLink, SearchHit } from './search.ts'

interface Allowed {
  /** At least one of these rights; null = everybody. */
  readonly anyOf: readonly Template[] | null
  /** The right has to hold on every site: what is made belongs to the whole company. */
  readonly everywhere?: boolean
  /** Every universe unless told. */
  readonly universes?: readonly Universe[]
}

/** Something to do, found by the palette in either language. It leads to the page where it is done. */
export interface PaletteAction extends Allowed {
  readonly key: string
  readonly icon: Icon
  readonly label: Words
  /** What else people call it. */
  readonly also?: Words
  readonly link: (universe: Universe) => HitLink
}

/** What an act is done to, beyond the things that the search finds. */
export interface ActObject {
  readonly key: string
  readonly name: Words
  readonly link: HitLink
}

/** An act on something that is named after it: « commander une fibre ». */
export interface PaletteVerb extends Allowed {
  readonly key: string
  readonly icon: Icon
  /** The first word typed, in either language. */
  readonly verbs: readonly string[]
  readonly label: (name: string) => string
  /** The kind of thing found that it is done to. */
  readonly kind: SearchHit['kind']
  readonly objects: (universe: Universe) => Promise<readonly ActObject[]>
}

const actions: PaletteAction[] = []
const verbs: PaletteVerb[] = []

/** Called at module level by a domain's routes file. */
export const registerActions = (...added: readonly PaletteAction[]): void => void actions.push(...added)
export const registerVerb = (verb: PaletteVerb): void => void verbs.push(verb)

/** Whoever sees as somebody else changes nothing: only what everybody may do is left. */
const isAllowed = (session: Session, universe: Universe, { anyOf, everywhere, universes = everyUniverse }: Allowed): boolean => {
  if (!universes.includes(universe)) return false
  if (anyOf === null) return true
  // No site has this name: only a right on all of them holds there.
  const site = everywhere ? 'all' : undefined
  return session.viewAs === null && anyOf.some((template) => sessionHolds(session, universe, template, site))
}

/** What this person may do in this universe, by name; what concerns their own account after the rest. */
export const actionsFor = (session: Session, universe: Universe): readonly PaletteAction[] =>
  actions
    .filter((action) => isAllowed(session, universe, action))
    .sort((one, other) => Number(one.anyOf === null) - Number(other.anyOf === null) || words(one.label).localeCompare(words(other.label)))

const articles = /^(?:(?:un|une|des|du|de|la|le|les|l|d|an?|the|some)\s+)+/

/** The act that begins what was typed, and what comes after it. */
export const verbIn = (
  session: Session,
  universe: Universe,
  typed: string,
): { readonly verb: PaletteVerb; readonly rest: string } | null => {
  const [first = '', ...others] = typed.trim().split(/[\s:’']+/)
  const rest = `${others.join(' ')} `.toLowerCase().replace(articles, '').trim()
  // A number is no name: « commande 25 » is an order looked for.
  if (!/\p{L}/u.test(rest)) return null
  // The beginning of a verb may be a noun (« commande »).
  const isSaid = (word: string) => foldText(first) === word || matchWords(first, word) === 'near'
  const verb = verbs.find((one) => one.verbs.some(isSaid))
  if (!verb || !isAllowed(session, universe, verb)) return null
  return { verb, rest }
}
