import type { Delegable } from '#api/access/rights'
import { moduleOf, rightModules, rightModuleWords } from '#api/access/words'
import { type Template, templatesOf } from '#api/templates'
import { type Universe, universes } from '#api/universes'
import * as m from '#messages/access'
import { words } from '../../platform/words.ts'
import type { TransferItem } from '../../ui/transfer-list/transfer-types.ts'
import { templateDescription, templateLabel } from './template-labels.ts'

/** Roles in which the caller may give something. */
export const universesOffered = (delegable: Delegable): readonly Universe[] => universes.filter((universe) => delegable[universe])

const byModule = (offered: readonly Template[]): readonly Template[] =>
  rightModules.flatMap((module) => offered.filter((template) => moduleOf[template] === module))

interface Placed {
  readonly universe: Universe
  readonly allSites: boolean
  readonly siteIds: readonly string[]
}

/** Templates of the role; those that the caller does not hold on the chosen sites stay where they are, and say why. */
export const rightItems = ({ universe, allSites, siteIds }: Placed, delegable: Delegable): TransferItem[] =>
  byModule(templatesOf(universe)).map((template) => {
    const grant = delegable[universe]?.[template]
    const mine = grant === 'all' || (grant !== undefined && !allSites && siteIds.every((site) => grant.includes(site)))
    return {
      value: template,
      label: templateLabel(template),
      group: words(rightModuleWords[moduleOf[template]]),
      description: mine ? templateDescription(template) : m.access_not_yours(),
      disabled: !mine,
    }
  })
