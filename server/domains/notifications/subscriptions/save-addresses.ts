import type { BodyOf } from '#api/endpoint'
import type { NotificationCategory } from '#api/notifications/notification-categories'
import type { CompanyAddresses, saveCompanyAddresses } from '#api/notifications/subscriptions/subscriptions'
import type { FieldError } from '#api/problems'
import { type Universe, universes } from '#api/universes'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { found } from '../../../platform/db/questions.ts'
import { Problem } from '../../../platform/problem.ts'
import { changes, recordActivity } from '../../activity/record-activity.ts'
import { mayEditCompany } from './subscriptions.policy.ts'
import { presentAddresses } from './subscriptions.presenter.ts'
import * as subscriptions from './subscriptions.repository.ts'

type Addresses = Partial<Record<Universe, Partial<Record<NotificationCategory, string>>>>

/** As the history keeps them: `client.deliveries` → address. */
const flat = (addresses: Addresses): Record<string, string> =>
  Object.fromEntries(
    Object.entries(addresses).flatMap(([universe, list]) =>
      Object.entries(list).map(([category, address]) => [`${universe}.${category}`, address]),
    ),
  )

/** Saves the company's addresses, universe by universe: the empty field takes an address away. */
export const saveAddresses = async (
  tx: ScopedTransaction,
  reference: string,
  body: BodyOf<typeof saveCompanyAddresses>,
): Promise<CompanyAddresses> => {
  const company = async () => (await tx.read({ company: found(subscriptions.addressesOf(reference)) })).company
  const { id } = await company()
  if (!mayEditCompany(tx.scope, id)) throw new Problem('forbidden')
  await tx.run(subscriptions.makeAddresses(id))
  await tx.run(subscriptions.lockAddresses(id))
  const before = await company()
  if (before.version !== body.version) throw new Problem('version_conflict', { current: presentAddresses(tx.scope, before) })
  const asked = universes.flatMap((universe) => {
    const list = body.addresses[universe]
    return list ? [{ universe, list }] : []
  })
  const errors: FieldError[] = asked
    .filter(({ universe }) => !before.universes.includes(universe))
    .map(({ universe }) => ({ path: `addresses.${universe}`, code: 'universe_not_held' }))
  if (errors.length > 0) throw new Problem('validation_failed', { errors })
  const wanted: Addresses = { ...before.addresses }
  for (const { universe, list } of asked)
    wanted[universe] = Object.fromEntries(Object.entries(list).filter(([, address]) => typeof address === 'string'))
  const old = flat(before.addresses)
  const gone = Object.fromEntries(Object.keys(old).map((key) => [key, null]))
  const changed = changes<Record<string, string | null>>(old, { ...gone, ...flat(wanted) })
  if (!changed) return presentAddresses(tx.scope, before)
  await tx.run(subscriptions.saveAddresses(id, wanted))
  await recordActivity(tx, {
    companyId: id,
    action: 'notification_addresses.updated',
    objectKind: 'company',
    objectReference: before.reference,
    objectLabel: before.name,
    ...changed,
  })
  return presentAddresses(tx.scope, await company())
}
