import type { ComponentType } from 'react'
import type { Session } from '#api/identity/sign-in/session'
import type { Template } from '#api/templates'
import type { Universe } from '#api/universes'
import { sessionHolds } from '../../platform/session.ts'

/** A block that a domain puts under the tiles of the home page: what is going on, live. */
export interface HomePanel {
  readonly key: string
  /** Draws its own `SectionCard`, or nothing when nothing goes on; loaded on demand (`lazy`). */
  readonly Panel: ComponentType<{ readonly universe: Universe }>
  /** At least one of these rights. */
  readonly anyOf: readonly Template[]
  readonly universes: readonly Universe[]
}

const panels: HomePanel[] = []

/** Called at module level by a domain's routes file. */
export const registerHomePanel = (panel: HomePanel): void => {
  panels.push(panel)
}

/** The blocks that this person may see. */
export const homePanelsFor = (session: Session, universe: Universe): readonly HomePanel[] =>
  panels.filter(
    ({ anyOf, universes }) => universes.includes(universe) && anyOf.some((template) => sessionHolds(session, universe, template)),
  )
