import { type ActivityLine, listActivity } from '#api/activity/activity'
import { activityWords, objectKindWords, operationWords } from '#api/activity/words'
import type { Words } from '#api/languages'
import { type Universe, universeWords } from '#api/universes'
import { first } from '../../platform/db/questions.ts'
import type { Route } from '../../platform/http/route.ts'
import { type ExportColumn, instantColumn, textColumn } from '../../platform/lists/export-columns.ts'
import { listRoutes } from '../../platform/lists/list-routes.ts'
import { Problem } from '../../platform/problem.ts'
import { mayReadActivity } from './activity.policy.ts'
import { presentLine } from './activity.presenter.ts'
import * as activity from './activity.repository.ts'

/** The code itself for one that this version does not know. */
const named = (words: Readonly<Record<string, Words>>, code: string): Words | string => words[code] ?? code
const values = (side: ActivityLine['before']) => side && JSON.stringify(side)

const columns: readonly ExportColumn<ActivityLine>[] = [
  instantColumn(activityWords.at, ({ at }) => at),
  textColumn(activityWords.actor, ({ actorName }) => actorName),
  textColumn(activityWords.login, ({ actorLogin }) => actorLogin),
  textColumn(activityWords.onBehalfOf, ({ onBehalfOf }) => onBehalfOf),
  textColumn(activityWords.universe, ({ universe }) => universe && universeWords[universe as Universe]),
  textColumn(activityWords.ip, ({ ip }) => ip),
  textColumn(activityWords.action, ({ action }) => named(operationWords, action)),
  textColumn(activityWords.object, ({ objectKind }) => named(objectKindWords, objectKind)),
  textColumn(activityWords.reference, ({ objectReference }) => objectReference),
  textColumn(activityWords.label, ({ objectLabel }) => objectLabel),
  textColumn(activityWords.before, ({ before }) => values(before)),
  textColumn(activityWords.after, ({ after }) => values(after)),
]

export const activityRoutes: Route[] = listRoutes(listActivity, {
  page: ({ params, filters }, order) => activity.page(params.company, filters, order),
  also: ({ params }) => ({ company: first(activity.company(params.company)) }),
  beside: (scope, { company }) => {
    if (!mayReadActivity(scope)) throw new Problem('forbidden')
    if (!company) throw new Problem('not_found')
    return {}
  },
  present: () => presentLine,
  file: { name: { fr: 'activite', en: 'activity' }, columns: () => columns },
})
