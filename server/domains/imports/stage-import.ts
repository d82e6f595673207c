import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ImportKind } from '#api/imports/imports'
import { db, raw, type Transaction } from '../../platform/db/query.ts'
import { newId } from '../../platform/ids.ts'
import type { Fault } from '../../platform/imports/line.ts'
import { readCsv } from '../../platform/imports/read-csv.ts'
import { Problem } from '../../platform/problem.ts'
import type { ImportActor } from '../activity/record-imported.ts'
import { matchHeaders, valuesOf } from './match-headers.ts'
import type { ImportKinds } from './run-import.ts'

export interface StagedFile {
  readonly kind: ImportKind
  readonly fileName: string
  readonly bytes: Buffer
  /** Accepts a file that was already applied. */
  readonly again: boolean
}

const rowsAtOnce = 2000

/** Keeps the lines of a file, unjudged. The second line about the same thing is set aside at once. */
export const stageImport = async (
  tx: Transaction,
  kinds: ImportKinds,
  file: StagedFile,
  actor: ImportActor,
): Promise<{ id: string; reference: string }> => {
  const { kind, fileName, bytes } = file
  const csv = readCsv(bytes)
  const map = matchHeaders(kind, csv.headers)
  const fileHash = createHash('sha256').update(bytes).digest()
  const applied = await tx.first(
    db
      .selectFrom('imports')
      .select('id')
      .where('file_hash', '=', fileHash)
      .where('kind', '=', kind)
      .where('state', 'in', ['applying', 'done']),
  )
  if (applied && !file.again) throw new Problem('already_exists')

  const seen = new Map<string, number>()
  const staged = csv.rows.map(({ line, cells }): { line: number; cells: readonly string[]; faults: Fault[] } => {
    const key = kinds[kind].key(valuesOf(map, cells))
    const first = seen.get(key)
    if (first === undefined) seen.set(key, line)
    return { line, cells, faults: first === undefined ? [] : [{ column: null, code: 'duplicate_line', value: String(first) }] }
  })
  const duplicates = staged.filter(({ faults }) => faults.length > 0).length

  const id = newId()
  const made = await tx.first(
    db
      .insertInto('imports')
      .values({
        id,
        company_id: actor.companyId,
        kind,
        file_name: fileName,
        file_hash: fileHash,
        encoding: csv.encoding,
        delimiter: csv.delimiter,
        headers: [...csv.headers],
        total: staged.length,
        examined: duplicates,
        faulty: duplicates,
        started_by: actor.name,
        started_by_user_id: actor.userId,
        created_at: tx.now,
      })
      .returning('reference'),
  )
  for (let from = 0; from < staged.length; from += rowsAtOnce) {
    const some = staged.slice(from, from + rowsAtOnce)
    await tx.run(
      raw(sql`
        insert into import_rows (import_id, line, cells, state, errors)
        select ${id}, (r ->> 'line')::int, array(select jsonb_array_elements_text(r -> 'cells')),
          case when jsonb_array_length(r -> 'faults') > 0 then 'faulty' else 'pending' end,
          case when jsonb_array_length(r -> 'faults') > 0 then r -> 'faults' end
        from jsonb_array_elements(${JSON.stringify(some)}::jsonb) r`),
    )
  }
  return { id, reference: made?.reference ?? '' }
}
