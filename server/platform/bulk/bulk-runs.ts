import { sql } from 'kysely'
import type { BulkItem } from '#api/bulk'
import type { BulkRun } from '#api/identity/bulk/bulk-runs'
import type { Universe } from '#api/universes'
import { db, type RowsOf, raw } from '../db/query.ts'

const runs = db
  .selectFrom('bulk_runs as r')
  .innerJoin('job_progress as p', 'p.id', 'r.id')
  .select(['r.id', 'r.act', 'r.universe', 'p.state', 'p.total', 'p.message_code', 'r.created_at'])
  .select((of) => [
    of
      .selectFrom('bulk_items as i')
      .whereRef('i.run_id', '=', 'r.id')
      .where('i.state', '=', 'done')
      .select(sql<number>`count(*)::int`.as('n'))
      .as('done'),
    of
      .selectFrom('bulk_items as i')
      .whereRef('i.run_id', '=', 'r.id')
      .where('i.state', '=', 'refused')
      .select(sql<number>`count(*)::int`.as('n'))
      .as('refused'),
  ])
export type RunRow = RowsOf<typeof runs>[number]

export const run = (id: string, universe: Universe) => runs.where('r.id', '=', id).where('r.universe', '=', universe)

export const recent = (universe: Universe, screen: string, since: Date) =>
  runs
    .where('r.universe', '=', universe)
    .where('r.screen', '=', screen)
    .where((or) => or.or([or('p.state', 'in', ['queued', 'running']), or('p.updated_at', '>=', since)]))
    .where('r.user_id', '=', sql<string>`(select app.user_id())`)
    .orderBy('r.created_at', 'desc')
    .limit(10)

export const present = (row: RunRow): BulkRun => ({
  id: row.id,
  act: row.act,
  state: row.state as BulkRun['state'],
  total: row.total,
  done: row.done ?? 0,
  refused: row.refused ?? 0,
  message: row.message_code,
  createdAt: row.created_at.toISOString(),
})

export const isOver = ({ state }: Pick<RunRow, 'state'>): boolean => state === 'done' || state === 'failed' || state === 'cancelled'

/** The refused ones first: they are what one comes for. */
export const items = (id: string) =>
  db
    .selectFrom('bulk_items')
    .where('run_id', '=', id)
    .select(['key', 'label', 'state', 'problem', 'field'])
    .orderBy(sql`state = 'refused'`, 'desc')
    .orderBy('position')
    .limit(500)

/** Adds targets behind those that are there, in order. */
export const addItems = (id: string, after: number, targets: readonly BulkItem[]) =>
  raw(sql`
    insert into bulk_items (run_id, position, key, label, seen)
    select ${id}::uuid, ${after}::int + t.place::int, t.item ->> 'key', t.item ->> 'label', (t.item ->> 'seen')::int
    from jsonb_array_elements(${JSON.stringify(targets)}::jsonb) with ordinality as t (item, place)`)

/** Whatever was refused is tried again as it is now. */
export const reopenRefused = (id: string) =>
  db
    .updateTable('bulk_items')
    .set({ state: 'waiting', problem: null, field: null, seen: null })
    .where('run_id', '=', id)
    .where('state', '=', 'refused')

export const settle = (
  id: string,
  position: number,
  state: 'done' | 'refused',
  problem: string | null = null,
  field: string | null = null,
) => db.updateTable('bulk_items').set({ state, problem, field }).where('run_id', '=', id).where('position', '=', position)
