import { sql } from 'kysely'
import * as z from 'zod/mini'
import type { ImportKind } from '#api/imports/imports'
import { db, raw, type Transaction } from '../../platform/db/query.ts'
import type { Examined, LineKind, Outcome } from '../../platform/imports/import-kind.ts'
import type { Fault, Line } from '../../platform/imports/line.ts'
import { defineJob } from '../../platform/jobs/define-job.ts'
import { publish } from '../../platform/realtime/publish.ts'
import { recordActivityOf } from '../activity/record-activity.ts'
import { type ImportActor, recordImported } from '../activity/record-imported.ts'
import { addReadings } from './readings.ts'
import { lineReader } from './staged-lines.ts'

/** Checks or applies an import, whichever its state says is due. */
export const runImportJob = defineJob('carrier.run_import', z.strictObject({ importId: z.uuid() }))

/** How the lines of each kind are judged and written, as the server assembles them: each domain declares its own. */
export type ImportKinds = Readonly<Record<ImportKind, LineKind>>

export interface ImportDependencies {
  /** Runs `work` in a transaction of the worker's login, at the portal's time. */
  readonly inTransaction: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
  readonly kinds: ImportKinds
  readonly signal?: AbortSignal
  /** Told after each batch. */
  readonly onProgress?: (progress: { readonly examined: number; readonly applied: number; readonly total: number }) => void
  readonly batchSize?: number
}

const defaultBatchSize = 500

export const lockedImport = (tx: Transaction, id: string) => tx.first(db.selectFrom('imports').selectAll().where('id', '=', id).forUpdate())
type ImportRecord = NonNullable<Awaited<ReturnType<typeof lockedImport>>>

export const announceImport = (tx: Transaction, job: ImportRecord) =>
  publish(tx, { topic: 'imports', audience: { companyId: job.company_id }, held: { anyOf: ['carrier.administer'] }, ids: [job.reference] })

const nextLines = async (tx: Transaction, job: ImportRecord, state: 'pending' | 'valid', limit: number): Promise<Line[]> => {
  const rows = await tx.all(
    db
      .selectFrom('import_rows')
      .select(['line', 'cells', 'mended'])
      .where('import_id', '=', job.id)
      .where('state', '=', state)
      .orderBy('line')
      .limit(limit),
  )
  return rows.map(lineReader(job))
}

const setAside = async (
  tx: Transaction,
  job: ImportRecord,
  faulty: readonly { line: number; faults: readonly Fault[] }[],
): Promise<void> => {
  if (faulty.length === 0) return
  await tx.run(
    raw(sql`
      update import_rows r set state = 'faulty', errors = f -> 'faults'
      from jsonb_array_elements(${JSON.stringify(faulty)}::jsonb) f where r.import_id = ${job.id} and r.line = (f ->> 'line')::int`),
  )
}

type Faulty = Extract<Examined<unknown>, { readonly faults: unknown }>
type Valid = Extract<Examined<unknown>, { readonly plan: unknown }>
const isFaulty = (examined: Examined<unknown>): examined is Faulty => 'faults' in examined
const isValid = (examined: Examined<unknown>): examined is Valid => !isFaulty(examined)

/** The lines of before that are valid, by what they are about. */
const validKeys = async (tx: Transaction, job: ImportRecord, keys: readonly string[]): Promise<Map<string, number>> => {
  const before = await tx.all(
    db
      .selectFrom('import_rows')
      .select(['key', sql<number>`min(line)`.as('line')])
      .where('import_id', '=', job.id)
      .where(sql<boolean>`key = any (${[...new Set(keys)]}::text[])`)
      .groupBy('key'),
  )
  return new Map(before.map(({ key, line }) => [key ?? '', line]))
}

/**
 * Judges lines. The second one about the same thing is set aside; a line that is itself refused stands in nobody's way: the next about that thing is
 * judged after it.
 */
const judgeLines = async (
  tx: Transaction,
  job: ImportRecord,
  kind: LineKind,
  keyed: readonly (Line & { readonly key: string })[],
): Promise<{ readonly valid: readonly Valid[]; readonly faulty: readonly Faulty[] }> => {
  const taken = await validKeys(
    tx,
    job,
    keyed.map(({ key }) => key),
  )
  const valid: Valid[] = []
  const faulty: Faulty[] = []
  for (let left = keyed; left.length > 0; ) {
    const asked = new Map<string, Line>()
    const later: (Line & { readonly key: string })[] = []
    for (const line of left) {
      const earlier = taken.get(line.key)
      if (earlier !== undefined)
        faulty.push({ line: line.line, faults: [{ column: null, code: 'duplicate_line', value: String(earlier) }] })
      else if (asked.has(line.key)) later.push(line)
      else asked.set(line.key, line)
    }
    const examined = asked.size === 0 ? [] : await kind.examine(tx, [...asked.values()])
    const keyOf = new Map([...asked].map(([key, { line }]) => [line, key]))
    for (const one of examined) {
      if (isFaulty(one)) faulty.push(one)
      else {
        valid.push(one)
        taken.set(keyOf.get(one.line) ?? '', one.line)
      }
    }
    left = later
  }
  return { valid, faulty }
}

const keepValid = (tx: Transaction, job: ImportRecord, valid: readonly Valid[], keyOf: ReadonlyMap<number, string>) =>
  tx.run(
    raw(sql`
      update import_rows r set state = 'valid', errors = null, key = v ->> 'key'
      from jsonb_array_elements(${JSON.stringify(valid.map(({ line }) => ({ line, key: keyOf.get(line) ?? '' })))}::jsonb) v
      where r.import_id = ${job.id} and r.line = (v ->> 'line')::int`),
  )

type Beat = 'more' | 'finished' | 'stopped'

const checkBatch = async (tx: Transaction, id: string, dependencies: ImportDependencies): Promise<Beat> => {
  const job = await lockedImport(tx, id)
  if (job?.state !== 'checking') return 'stopped'
  const lines = await nextLines(tx, job, 'pending', dependencies.batchSize ?? defaultBatchSize)
  const kind = dependencies.kinds[job.kind]
  const keyed = lines.map((line) => ({ ...line, key: kind.key(line.values) }))
  const { valid, faulty } = await judgeLines(tx, job, kind, keyed)
  await setAside(tx, job, faulty)
  await keepValid(tx, job, valid, new Map(keyed.map(({ line, key }) => [line, key])))
  const checked = job.examined + lines.length
  await tx.run(
    db
      .updateTable('imports')
      .set({
        examined: checked,
        valid: job.valid + valid.length,
        faulty: job.faulty + faulty.length,
        readings: JSON.stringify(
          addReadings(
            job.readings,
            valid.flatMap(({ readings }) => readings),
          ),
        ),
        ...(lines.length === 0 ? { state: 'checked' } : {}),
      })
      .where('id', '=', id),
  )
  await announceImport(tx, job)
  dependencies.onProgress?.({ examined: checked, applied: 0, total: job.total })
  return lines.length === 0 ? 'finished' : 'more'
}

export const actorOf = async (tx: Transaction, job: ImportRecord): Promise<ImportActor> => {
  const company = await tx.first(db.selectFrom('companies').select('name').where('id', '=', job.company_id))
  return { userId: job.started_by_user_id, name: job.started_by, companyId: job.company_id, companyName: company?.name ?? '' }
}

const keepOutcomes = (tx: Transaction, job: ImportRecord, outcomes: readonly Outcome[]) =>
  tx.run(
    raw(sql`
      update import_rows r set state = 'applied', outcome = o ->> 'outcome', object_reference = o ->> 'reference'
      from jsonb_array_elements(${JSON.stringify(outcomes.map(({ line, outcome, reference }) => ({ line, outcome, reference })))}::jsonb) o where r.import_id = ${job.id} and r.line = (o ->> 'line')::int`),
  )

const applyBatch = async (tx: Transaction, id: string, dependencies: ImportDependencies, size: number): Promise<Beat> => {
  const job = await lockedImport(tx, id)
  if (job?.state !== 'applying') return 'stopped'
  const lines = await nextLines(tx, job, 'valid', size)
  const actor = await actorOf(tx, job)
  if (lines.length === 0) {
    await tx.run(db.updateTable('imports').set({ state: 'done', finished_at: tx.now }).where('id', '=', id))
    const { created, updated, unchanged, faulty } = job
    await recordActivityOf(
      tx,
      { ...actor, universe: 'carrier', ip: null, requestId: null },
      {
        companyId: job.company_id,
        action: 'import.finished',
        objectKind: 'import',
        objectReference: job.reference,
        objectLabel: job.file_name,
        after: { created, updated, unchanged, faulty },
      },
    )
    await announceImport(tx, job)
    return 'finished'
  }
  const kind = dependencies.kinds[job.kind]
  const examined = await kind.examine(tx, lines)
  const faulty = examined.filter(isFaulty)
  await setAside(tx, job, faulty)
  const outcomes = await kind.apply(tx, examined.filter(isValid))
  await recordImported(
    tx,
    actor,
    outcomes.flatMap(({ change }) => change ?? []),
  )
  await keepOutcomes(tx, job, outcomes)
  const count = (outcome: Outcome['outcome']) => outcomes.filter((line) => line.outcome === outcome).length
  const counters = {
    valid: job.valid - faulty.length,
    faulty: job.faulty + faulty.length,
    created: job.created + count('created'),
    updated: job.updated + count('updated'),
    unchanged: job.unchanged + count('unchanged'),
  }
  await tx.run(db.updateTable('imports').set(counters).where('id', '=', id))
  await announceImport(tx, job)
  dependencies.onProgress?.({
    examined: job.examined,
    applied: counters.created + counters.updated + counters.unchanged,
    total: counters.valid,
  })
  return 'more'
}

const refusedByDatabase = (error: unknown): boolean => /^(22|23)/.test(String((error as { code?: unknown }).code ?? ''))

/** One line by itself, after its batch met something that only the database could see; the line at fault is set aside. */
const applyOneByOne = async (id: string, dependencies: ImportDependencies, count: number): Promise<void> => {
  for (let done = 0; done < count; done++) {
    try {
      if ((await dependencies.inTransaction((tx) => applyBatch(tx, id, dependencies, 1))) !== 'more') return
    } catch (error) {
      if (!refusedByDatabase(error)) throw error
      await dependencies.inTransaction(async (tx) => {
        const job = await lockedImport(tx, id)
        const [line] = job ? await nextLines(tx, job, 'valid', 1) : []
        if (!job || !line) return
        await setAside(tx, job, [{ line: line.line, faults: [{ column: null, code: 'conflict', value: null }] }])
        await tx.run(
          db
            .updateTable('imports')
            .set({ valid: job.valid - 1, faulty: job.faulty + 1 })
            .where('id', '=', id),
        )
      })
    }
  }
}

/**
 * Works an import through, batch by batch: a batch and its progress are one transaction, so a run that was killed goes on where it stopped and
 * no line is ever applied twice. Stops by itself when the import is cancelled.
 */
export const runImport = async (id: string, dependencies: ImportDependencies): Promise<void> => {
  const size = dependencies.batchSize ?? defaultBatchSize
  const until = async (step: () => Promise<Beat>): Promise<void> => {
    for (let beat: Beat = 'more'; beat === 'more'; ) {
      dependencies.signal?.throwIfAborted()
      beat = await step()
    }
  }
  await until(() => dependencies.inTransaction((tx) => checkBatch(tx, id, dependencies)))
  await until(async () => {
    try {
      return await dependencies.inTransaction((tx) => applyBatch(tx, id, dependencies, size))
    } catch (error) {
      if (!refusedByDatabase(error)) throw error
      await applyOneByOne(id, dependencies, size)
      return 'more'
    }
  })
}
