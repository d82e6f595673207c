import { sql } from 'kysely'
import { db, type RowsOf } from '../../../platform/db/query.ts'

/** The sheet of a company, by its reference. */
export const company = (reference: string) =>
  db
    .selectFrom('companies as c')
    .leftJoin('companies as p', (join) => join.on(sql<boolean>`p.id = coalesce(c.ambassador_id, c.operator_id) and p.id <> c.id`))
    .where('c.reference', '=', reference)
    .selectAll('c')
    .select(['p.reference as partner_reference', 'p.name as partner_name'])
export type CompanyRow = RowsOf<ReturnType<typeof company>>[number]

/** Who a company is, for things that belong to it. */
export const identity = (reference: string) =>
  db.selectFrom('companies').where('reference', '=', reference).select(['id', 'reference', 'name', 'siren'])

/** The same, locked: what is unique within a company is decided one request at a time. */
export const locked = (reference: string) => identity(reference).forUpdate()
