import type { Session } from '#api/identity/sign-in/session'
import { type KeptKind, listKept, listKeptCommerce, markFavourite, rememberSeen } from '#api/search/search'
import type { Universe } from '#api/universes'
import * as m from '#messages/shell'
import { call } from '../../platform/call.ts'
import { isProblem } from '../../platform/problem.ts'
import { gather } from '../../platform/reading/read.ts'
import { mayCall } from '../../platform/session.ts'
import { words } from '../../platform/words.ts'
import { notifyProblem, notifyRefusal } from '../../ui/notify.tsx'
import type { SearchHit } from './search.ts'

/** What the person opened last, and their favourites: of those that they still may see. */
export interface KeptHit extends SearchHit {
  /** Null: not opened lately. */
  readonly seenAt: string | null
  readonly favourite: boolean
}

export const keptQuery = (universe: Universe, session: Session) => ({
  ...gather('search', 'kept', { universe }, async (signal): Promise<readonly KeptHit[]> => {
    const options = { params: { universe }, signal, silent: true }
    const [people, commerce] = await Promise.all([
      mayCall(session, universe, listKept) ? call(listKept, options) : { items: [] },
      mayCall(session, universe, listKeptCommerce) ? call(listKeptCommerce, options) : { items: [] },
    ])
    const kept = [
      ...people.items,
      ...commerce.items.map((hit) => ({
        ...hit,
        companyReference: hit.companyReference ?? '',
        label: words({ fr: hit.label, en: hit.labelEn }),
      })),
    ]
    return kept.sort((one, other) => (other.seenAt ?? '').localeCompare(one.seenAt ?? ''))
  }),
  staleTime: 60_000,
})

interface Named {
  readonly kind: KeptKind
  readonly reference: string
}

/** Nobody waits for it, and nobody misses it when it fails. */
export const remember = (universe: Universe, { kind, reference }: Named): void =>
  void call(rememberSeen, { params: { universe }, body: { kind, reference }, silent: true }).catch(() => undefined)

/** True when it was done; a refusal is told. */
export const keepFavourite = async (universe: Universe, { kind, reference }: Named, favourite: boolean): Promise<boolean> => {
  try {
    await call(markFavourite, { params: { universe }, body: { kind, reference, favourite } })
    return true
  } catch (error) {
    if (isProblem(error, 'conflict')) notifyRefusal(m.shell_favourite_full())
    else notifyProblem(error)
    return false
  }
}
