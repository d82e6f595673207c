import { type Icon, IconArrowRight } from '@tabler/icons-react'
import type { Session } from '#api/identity/sign-in/session'
import { meantReference } from '#api/search/rules/meant-reference'
import { matchWords } from '#api/search/rules/near-words'
import type { Universe } from '#api/universes'
import * as m from '#messages/shell'
import { words } from '../../platform/words.ts'
import { modulesFor } from '../modules.ts'
import { type ActObject, actionsFor, type PaletteAction, type PaletteVerb } from './actions.ts'
import type { KeptHit } from './kept.ts'
import { type HitLink, type SearchHit, searchKind } from './search.ts'

export interface PaletteItem {
  readonly key: string
  readonly icon: Icon
  readonly label: string
  readonly sublabel: string
  readonly link: HitLink
  /** What the star keeps; a page or an action has none. */
  readonly hit?: SearchHit
  readonly favourite?: boolean
}

export interface PaletteGroup {
  readonly key: string
  readonly label: string
  readonly items: readonly PaletteItem[]
}

interface Asked {
  readonly session: Session
  readonly universe: Universe
  readonly typed: string
  /** What was typed without the act that begins it. */
  readonly act: { readonly verb: PaletteVerb; readonly rest: string } | null
  readonly objects: readonly ActObject[]
  readonly kept: readonly KeptHit[]
  readonly hits: readonly SearchHit[]
}

/** Of what was opened lately: as many as one looks over at a glance. */
const recentShown = 8

const keyOf = ({ kind, reference }: SearchHit): string => `${kind} ${reference}`

interface Answers<T> {
  readonly all: readonly T[]
  /** They are only spelled nearly so: nothing answers to what was typed. */
  readonly near: boolean
}

const answering = <T>(typed: string, all: readonly T[], textsOf: (one: T) => readonly string[]): Answers<T> => {
  if (typed === '') return { all, near: false }
  const judged = all.map((one) => ({ one, how: textsOf(one).map((text) => matchWords(typed, text)) }))
  const that = (how: 'exact' | 'near') => judged.filter((one) => one.how.includes(how)).map(({ one }) => one)
  const exact = that('exact')
  return exact.length > 0 ? { all: exact, near: false } : { all: that('near'), near: true }
}

const itemOf = ({ universe, session }: Asked, hit: SearchHit, favourite: boolean): PaletteItem[] => {
  const kind = searchKind(hit.kind)
  if (!kind) return []
  // An id says nothing to a person: the company's reference stands for it.
  const reference = /^[\da-f]{8}-/.test(hit.reference) ? hit.companyReference : hit.reference
  // An offer has no other second line than its code, which is its reference.
  const sublabel = [...new Set([kind.label(), reference, hit.sublabel])].filter(Boolean).join(' · ')
  const link = kind.linkOf(universe, hit, session.company.reference)
  return [{ key: keyOf(hit), icon: kind.icon, label: hit.label, sublabel, link, hit, favourite }]
}

const keptAnswering = ({ typed, kept }: Asked): readonly KeptHit[] => {
  const meant = meantReference(typed)
  const isMeant = ({ reference }: KeptHit): boolean => {
    const own = meant && meantReference(reference)
    return own !== null && own.letters === meant?.letters && own.number === meant.number
  }
  return meant ? kept.filter(isMeant) : answering(typed, kept, (hit) => [[hit.label, hit.sublabel, hit.reference].join(' ')]).all
}

const actionItems = (asked: Asked): Answers<PaletteItem> => {
  const { session, universe, typed } = asked
  const { all, near } = answering(typed, actionsFor(session, universe), ({ label, also }) =>
    [label, also].flatMap((text) => (text ? [text.fr, text.en] : [])),
  )
  const itemOfAction = ({ key, icon, label, link }: PaletteAction): PaletteItem => ({
    key: `action ${key}`,
    icon,
    label: words(label),
    sublabel: '',
    link: link(universe),
  })
  return { all: all.map(itemOfAction), near }
}

/** The act that was typed, done to what is found and to what it knows by itself. */
const actItems = (asked: Asked, { verb, rest }: Exclude<Asked['act'], null>): PaletteItem[] => {
  const doing = (name: string, item: Omit<PaletteItem, 'icon' | 'label'>): PaletteItem => ({
    ...item,
    icon: verb.icon,
    label: verb.label(name),
  })
  return [
    ...asked.hits
      .filter(({ kind }) => kind === verb.kind)
      .flatMap((hit) => itemOf(asked, hit, false))
      .map(({ key, link, label, sublabel }) => doing(label, { key: `${verb.key} ${key}`, sublabel, link })),
    ...answering(rest, asked.objects, ({ name }) => [name.fr, name.en]).all.map(({ key, name, link }) =>
      doing(words(name), { key: `${verb.key} ${key}`, sublabel: '', link }),
    ),
  ]
}

const pageItems = ({ session, universe, typed }: Asked): Answers<PaletteItem> => {
  const entries = modulesFor(session, universe).flatMap((module) => module.entries.map((entry) => ({ module, entry })))
  const { all, near } = answering(typed, entries, ({ module, entry }) => [`${entry.label()} ${module.label()}`])
  const items = all.map(({ module, entry }) => ({
    key: `page ${entry.key}`,
    icon: IconArrowRight,
    label: entry.label(),
    sublabel: module.label(),
    link: { to: entry.to, params: { universe } },
  }))
  return { all: items, near }
}

/** What the palette shows, group by group: what the person keeps and opened last, what was found, what they may do, pages, near spellings. */
export const paletteGroups = (asked: Asked): readonly PaletteGroup[] => {
  const mine = keptAnswering(asked)
  const known = new Set(mine.map(keyOf))
  const favourites = new Set(asked.kept.filter(({ favourite }) => favourite).map(keyOf))
  const { act } = asked
  const found = asked.hits.filter((hit) => !known.has(keyOf(hit)) && hit.kind !== act?.verb.kind)
  const items = (hits: readonly SearchHit[]) => hits.flatMap((hit) => itemOf(asked, hit, favourites.has(keyOf(hit))))
  const group = (key: string, label: string, all: readonly PaletteItem[]): PaletteGroup => ({ key, label, items: all })
  const actions = actionItems(asked)
  const ownGroups = [
    ...(act ? [] : [{ ...actions, key: 'actions', label: m.shell_search_actions() }]),
    { ...pageItems(asked), key: 'pages', label: m.shell_search_pages() },
  ]
  const own = (near: boolean) => ownGroups.filter((one) => one.near === near).map(({ key, label, all }) => group(key, label, all))
  return [
    // An act that was typed says what is wanted of the things found.
    group('actions', m.shell_search_actions(), act ? [...actItems(asked, act), ...actions.all] : []),
    group('favourites', m.shell_search_favourites(), items(mine.filter(({ favourite }) => favourite))),
    group('recent', m.shell_search_recent(), items(mine.filter(({ favourite }) => !favourite).slice(0, recentShown))),
    group('found', m.shell_search_found(), items(found.filter(({ near }) => !near))),
    ...own(false),
    group('near', m.shell_search_near(), items(found.filter(({ near }) => near))),
    ...own(true),
  ].filter((one) => one.items.length > 0)
}
