import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ImportKind } from '#api/imports/imports'
import { db, raw, type Transaction } from '../../platform/db/query.ts'
import { newId } from '../../platform/ids.ts'
import { accentedSample } from '../../platform/imports/encoding.ts'
import { readCsv } from '../../platform/imports/read-csv.ts'
import { Problem } from '../../platform/problem.ts'
import type { ImportActor } from '../activity/record-imported.ts'
import { faultyFields, matchHeaders, titlesOf } from './match-headers.ts'

export interface StagedFile {
  readonly kind: ImportKind
  readonly fileName: string
  readonly bytes: Buffer
  /** Accepts a file that was already applied. */
  readonly again: boolean
}

const rowsAtOnce = 2000

/** What somebody said of the columns of a file with these titles, the last time. */
const rememberedFields = (kind: ImportKind, headers: readonly string[]) =>
  db
    .selectFrom('imports')
    .select('fields')
    .where('kind', '=', kind)
    .where('fields', 'is not', null)
    .where(sql<boolean>`headers = ${[...headers]}::text[]`)
    .orderBy('created_at', 'desc')
    .limit(1)

/** Keeps the lines of a file, unjudged; it waits for its columns to be matched when its titles do not say enough. */
export const stageImport = async (
  tx: Transaction,
  file: StagedFile,
  actor: ImportActor,
): Promise<{ id: string; reference: string; missing: readonly string[]; twice: readonly string[] }> => {
  const { kind, fileName, bytes } = file
  const csv = readCsv(bytes, titlesOf(kind))
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

  const remembered = await tx.first(rememberedFields(kind, csv.headers))
  const fields = remembered?.fields ?? null
  const { missing, twice } = faultyFields(kind, matchHeaders(kind, csv.headers, fields))
  const isReady = missing.length + twice.length === 0

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
        state: isReady ? 'checking' : 'mapping',
        encoding: csv.encoding,
        staged_encoding: csv.encoding,
        fields,
        sample: accentedSample(
          csv.rows.flatMap(({ cells }) => cells),
          csv.encoding,
        ),
        delimiter: csv.delimiter,
        headers: [...csv.headers],
        total: csv.rows.length,
        started_by: actor.name,
        started_by_user_id: actor.userId,
        created_at: tx.now,
      })
      .returning('reference'),
  )
  for (let from = 0; from < csv.rows.length; from += rowsAtOnce) {
    const some = csv.rows.slice(from, from + rowsAtOnce)
    await tx.run(
      raw(sql`
        insert into import_rows (import_id, line, cells)
        select ${id}, (r ->> 'line')::int, array(select jsonb_array_elements_text(r -> 'cells'))
        from jsonb_array_elements(${JSON.stringify(some)}::jsonb) r`),
    )
  }
  return { id, reference: made?.reference ?? '', missing, twice }
}
