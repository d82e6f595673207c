import type pg from 'pg'

export interface RestingTriggers {
  /** Nothing at all is checked: rows may name others that come later. */
  readonly bare: boolean
  up(): Promise<void>
}

/**
 * Keeps triggers from running row by row: their work is done in one go at the end. A superuser spares the checks of foreign keys too, which hold by
 * construction; another owner may only rest the portal's own triggers.
 */
export const restTriggers = async (client: pg.Client, tables: readonly string[]): Promise<RestingTriggers> => {
  const { rows } = await client.query('select rolsuper from pg_roles where rolname = current_user')
  if (rows[0]?.rolsuper) {
    await client.query('set local session_replication_role = replica')
    return {
      bare: true,
      up: async () => {
        await client.query('set local session_replication_role = origin')
      },
    }
  }
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`)
  return {
    bare: false,
    up: async () => {
      for (const table of tables) await client.query(`alter table ${table} enable trigger user`)
    },
  }
}
