import type pg from 'pg'

/** A move that the lifecycle of a table's rows allows. The database keeps its writers to them. */
export interface AllowedMove {
  readonly table_name: string
  readonly actor: 'customer' | 'carrier'
  readonly from_state: string
  readonly to_state: string
  /** Kind of order; empty for what has no kinds. */
  readonly kind: string
}

const columns = 'table_name, actor, from_state, to_state, kind'
const wanted = 'json_to_recordset($1) as w (table_name text, actor text, from_state text, to_state text, kind text)'

/** Copies the lifecycles into the database, where `app.keep_to_lifecycle` reads them. Run again it changes nothing. */
export const syncAllowedMoves = async (client: pg.ClientBase, moves: readonly AllowedMove[]): Promise<void> => {
  const list = JSON.stringify(moves)
  await client.query(
    `with gone as (delete from allowed_moves where (${columns}) not in (select ${columns} from ${wanted}))
     insert into allowed_moves (${columns}) select ${columns} from ${wanted} on conflict do nothing`,
    [list],
  )
}
