import type { Delegable } from '#api/access/rights'
import { templatesOf } from '#api/templates'
import { type Universe, universes } from '#api/universes'
import * as m from '#messages/access'
import type { TransferItem } from '../../ui/transfer-list/transfer-types.ts'
import { templateDescription, templateLabel } from './template-labels.ts'

/** Roles in which the caller may give something. */
export const universesOffered = (delegable: Delegable): readonly Universe[] => universes.filter((universe) => delegable[universe])

interface Placed {
  readonly universe: Universe
  readonly allSites: boolean
  readonly siteIds: readonly string[]
}

/** Templates of the role; those that the caller does not hold on the chosen sites stay where they are, and say why. */
export const rightItems = ({ universe, allSites, siteIds }: Placed, delegable: Delegable): TransferItem[] =>
  templatesOf(universe).map((template) => {
    const grant = delegable[universe]?.[template]
    const mine = grant === 'all' || (grant !== undefined && !allSites && siteIds.every((site) => grant.includes(site)))
    return {
      value: template,
      label: templateLabel(template),
      description: mine ? templateDescription(template) : m.access_not_yours(),
      disabled: !mine,
    }
  })
