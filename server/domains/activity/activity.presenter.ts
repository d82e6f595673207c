import type { ActivityLine } from '#api/activity/activity'

export interface ActivityRow {
  readonly id: string
  readonly at: Date
  readonly actor_name: string
  readonly actor_login: string | null
  readonly on_behalf_of: string | null
  readonly universe: string | null
  readonly ip: string | null
  readonly action: string
  readonly object_kind: string
  readonly object_reference: string | null
  readonly object_label: string | null
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
  readonly company_reference: string
  readonly company_name: string
}

export const presentLine = (row: ActivityRow): ActivityLine => ({
  id: row.id,
  at: row.at.toISOString(),
  actorName: row.actor_name,
  actorLogin: row.actor_login,
  onBehalfOf: row.on_behalf_of,
  universe: row.universe,
  ip: row.ip,
  company: { reference: row.company_reference, name: row.company_name },
  action: row.action,
  objectKind: row.object_kind,
  objectReference: row.object_reference,
  objectLabel: row.object_label,
  before: row.before,
  after: row.after,
})
