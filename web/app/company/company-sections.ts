import type { ComponentType } from 'react'
import type { Session } from '#api/identity/sign-in/session'
import type { Template } from '#api/templates'
import type { Universe } from '#api/universes'
import { sessionHolds } from '../../platform/session.ts'
import type { CompanyTab } from './company-tabs.ts'

/** A block that another domain puts on the sheet of a company (« Ma société », « Consulter »). */
export interface CompanySection {
  readonly key: string
  /** Shown while the block loads. */
  readonly title: () => string
  /** Draws its own `SectionCard`; loaded on demand (`lazy`). */
  readonly Section: ComponentType<{ readonly companyReference: string }>
  /** At least one of these rights; null = everybody who reads the sheet. */
  readonly anyOf: readonly Template[] | null
  /** Every universe unless told. */
  readonly universes?: readonly Universe[]
  /** The part of the sheet that it stands in. */
  readonly tab: CompanyTab
  /** On one's own sheet only, or on those of others only. */
  readonly only?: 'own' | 'others'
}

const sections: CompanySection[] = []

/** Called at module level by a domain's routes file. */
export const registerCompanySection = (section: CompanySection): void => {
  sections.push(section)
}

/** The blocks that this person may see on the sheet of a company. */
export const companySectionsFor = (session: Session, universe: Universe, companyReference: string): readonly CompanySection[] =>
  sections.filter(
    ({ anyOf, universes, only }) =>
      (anyOf === null || anyOf.some((template) => sessionHolds(session, universe, template))) &&
      (!universes || universes.includes(universe)) &&
      (!only || (only === 'own') === (companyReference === session.company.reference)),
  )
