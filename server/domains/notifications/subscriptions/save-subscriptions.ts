import type { BodyOf, ResponseOf } from '#api/endpoint'
import { categoriesOf, notificationChannels } from '#api/notifications/notification-categories'
import type {
  ContactSubscriptions,
  Masks,
  saveContactSubscriptions,
  saveNotificationSubscriptions,
} from '#api/notifications/subscriptions/subscriptions'
import type { FieldError } from '#api/problems'
import type { Universe } from '#api/universes'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { Problem } from '../../../platform/problem.ts'
import { type Audience, publish } from '../../../platform/realtime/publish.ts'
import { recordActivity } from '../../activity/record-activity.ts'
import { mayEditSubscriber } from './subscriptions.policy.ts'
import { presentContact, presentSubscriber } from './subscriptions.presenter.ts'
import * as subscriptions from './subscriptions.repository.ts'

type Changes = ResponseOf<typeof saveNotificationSubscriptions>['changes']
type Asked = Partial<Record<Universe, Masks>>

const none: Masks = { interface: 0, email: 0 }

/** What was asked must make sense for the contact: a universe of the company, and no channel « Interface » without access. */
const faultsOf = (row: subscriptions.SubscriberRow, universes: readonly string[], masks: Asked, path: string): FieldError[] =>
  Object.entries(masks).flatMap(([universe, wanted]) => {
    const at = `${path}.${universe}`
    if (!universes.includes(universe)) return [{ path: at, code: 'universe_not_held' }]
    const had = row.masks[universe as Universe] ?? none
    const added = wanted.interface & ~had.interface
    return row.user_id === null && added !== 0 ? [{ path: `${at}.interface`, code: 'interface_needs_access' }] : []
  })

/** One line per channel that is no longer what it was. */
const differences = (row: subscriptions.SubscriberRow, masks: Asked): Changes =>
  (Object.entries(masks) as [Universe, Masks][]).flatMap(([universe, wanted]) =>
    notificationChannels.flatMap((channel) => {
      const before = row.masks[universe]?.[channel] ?? 0
      const after = wanted[channel]
      if (before === after) return []
      return [
        { contactId: row.id, name: row.name, universe, channel, on: categoriesOf(after & ~before), off: categoriesOf(before & ~after) },
      ]
    }),
  )

/** As the history keeps them: universe and channel → categories. */
const logged = (row: subscriptions.SubscriberRow, lines: Changes, masks: Asked) => {
  const of = (source: Asked) =>
    Object.fromEntries(lines.map(({ universe, channel }) => [`${universe}.${channel}`, categoriesOf(source[universe]?.[channel] ?? 0)]))
  return { before: of(row.masks), after: of(masks) }
}

const announce = (tx: ScopedTransaction, company: subscriptions.CompanyRow): Promise<void> => {
  const audience: Audience = { companyId: company.id, ambassadorId: company.ambassador_id, operatorId: company.operator_id, carrier: true }
  return publish(tx, { topic: 'notification-subscriptions', audience, ids: [] })
}

interface Saved {
  readonly row: subscriptions.SubscriberRow
  readonly masks: Asked
}

const store = async (tx: ScopedTransaction, company: subscriptions.CompanyRow, saved: readonly Saved[]): Promise<Changes> => {
  const all: Changes = []
  const rows: subscriptions.SavedMasks[] = []
  const changed: string[] = []
  for (const { row, masks } of saved) {
    const lines = differences(row, masks)
    if (lines.length === 0) continue
    all.push(...lines)
    changed.push(row.id)
    for (const [universe, { interface: interfaceMask, email }] of Object.entries(masks) as [Universe, Masks][])
      rows.push({ contact_id: row.id, universe, interface_mask: interfaceMask, email_mask: email })
    await recordActivity(tx, {
      companyId: company.id,
      action: 'subscriptions.updated',
      objectKind: 'contact',
      objectReference: row.id,
      objectLabel: row.name,
      ...logged(row, lines, masks),
    })
  }
  if (changed.length === 0) return all
  await tx.run(subscriptions.saveMasks(company.id, rows))
  await tx.run(subscriptions.savePreferences(changed, null))
  await announce(tx, company)
  return all
}

const openCompany = async (tx: ScopedTransaction, reference: string): Promise<subscriptions.CompanyRow> => {
  const company = await tx.first(subscriptions.company(reference))
  if (!company) throw new Problem('not_found')
  return company
}

const lockContacts = async (tx: ScopedTransaction, company: subscriptions.CompanyRow, ids: readonly string[]) => {
  await tx.run(subscriptions.makePreferences(company.id, ids))
  await tx.run(subscriptions.lockPreferences(ids))
  const rows = await tx.all(subscriptions.some(company.id, ids))
  if (rows.length !== ids.length) throw new Problem('not_found')
  for (const row of rows) if (!mayEditSubscriber(tx.scope, row)) throw new Problem('forbidden')
  return new Map(rows.map((row) => [row.id, row]))
}

/** Saves the dashboard: what each line switches on and off is applied to what it is now, so that two people saving at once both prevail. */
export const saveDashboard = async (
  tx: ScopedTransaction,
  reference: string,
  body: BodyOf<typeof saveNotificationSubscriptions>,
): Promise<ResponseOf<typeof saveNotificationSubscriptions>> => {
  const company = await openCompany(tx, reference)
  const ids = body.contacts.map(({ contactId }) => contactId.toLowerCase())
  if (new Set(ids).size !== ids.length) throw new Problem('conflict')
  const rows = await lockContacts(tx, company, ids)
  const errors: FieldError[] = []
  const merged: { contactId: string; name: string }[] = []
  const saved = body.contacts.flatMap(({ contactId, universes, version }, index): Saved[] => {
    const row = rows.get(contactId.toLowerCase())
    if (!row) return []
    const masks = Object.fromEntries(
      Object.entries(universes).map(([universe, { interface: shown, email }]) => {
        const had = row.masks[universe as Universe] ?? none
        return [universe, { interface: (had.interface & ~shown.off) | shown.on, email: (had.email & ~email.off) | email.on }]
      }),
    )
    errors.push(...faultsOf(row, company.universes, masks, `contacts.${index}.universes`))
    if (row.version !== version) merged.push({ contactId: row.id, name: row.name })
    return [{ row, masks }]
  })
  if (errors.length > 0) throw new Problem('validation_failed', { errors })
  const changes = await store(tx, company, saved)
  const after = await tx.all(subscriptions.some(company.id, ids))
  return { changes, merged, contacts: after.map((row) => presentSubscriber(tx.scope, row)) }
}

/** Saves the matrix of one contact as it is on screen; somebody else's save in between is told, not overwritten. */
export const saveContact = async (
  tx: ScopedTransaction,
  reference: string,
  contactId: string,
  body: BodyOf<typeof saveContactSubscriptions>,
): Promise<ContactSubscriptions> => {
  const company = await openCompany(tx, reference)
  const id = contactId.toLowerCase()
  const row = (await lockContacts(tx, company, [id])).get(id)
  if (!row) throw new Problem('not_found')
  if (row.version !== body.version) throw new Problem('version_conflict', { current: presentContact(tx.scope, company, row) })
  const errors = faultsOf(row, company.universes, body.masks, 'masks')
  if (errors.length > 0) throw new Problem('validation_failed', { errors })
  const lines = await store(tx, company, [{ row, masks: body.masks }])
  if (body.digest !== undefined && body.digest !== row.digest) {
    // The masks' save already counted the version.
    await tx.run(subscriptions.savePreferences([id], body.digest))
    await recordActivity(tx, {
      companyId: company.id,
      action: 'subscriptions.digest_chosen',
      objectKind: 'contact',
      objectReference: row.id,
      objectLabel: row.name,
      before: { digest: row.digest },
      after: { digest: body.digest },
    })
    if (lines.length === 0) await announce(tx, company)
  }
  const [after] = await tx.all(subscriptions.some(company.id, [id]))
  if (!after) throw new Problem('not_found')
  return presentContact(tx.scope, company, after)
}
