import { sql } from 'kysely'
import { db, type Transaction } from '../../platform/db/query.ts'
import { newId } from '../../platform/ids.ts'

/** A billable service that gets its accountcode. */
export interface BillableService {
  readonly serviceId: string
  readonly subscriptionId: string
  readonly companyId: string
  readonly siteId: string
  readonly label: string
}

/** One accountcode per billable service. Carrier and worker only. Returns the numbers by service. */
export const createAccountcodes = async (tx: Transaction, services: readonly BillableService[]): Promise<ReadonlyMap<string, number>> => {
  if (services.length === 0) return new Map()
  const rows = await tx.all(
    db
      .insertInto('accountcodes')
      .values(
        services.map((service) => ({
          id: newId(),
          service_id: service.serviceId,
          subscription_id: service.subscriptionId,
          company_id: service.companyId,
          site_id: service.siteId,
          label: service.label,
        })),
      )
      .returning(['service_id', 'number']),
  )
  return new Map(rows.map((row) => [row.service_id, row.number]))
}

/** The accountcodes of these services are closed: kept for what was billed under them. */
export const closeAccountcodes = (tx: Transaction, serviceIds: readonly string[]): Promise<number> =>
  tx.run(db.updateTable('accountcodes').set({ state: 'closed' }).where(sql<boolean>`service_id = any (${serviceIds}::uuid[])`))
