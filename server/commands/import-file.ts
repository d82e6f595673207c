import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { type ImportKind, importKinds } from '#api/imports/imports'
import { type FaultyLine, faultyCsv, headerOf } from '../domains/imports/faulty-lines.ts'
import { runImport, runImportJob } from '../domains/imports/run-import.ts'
import { stageImport } from '../domains/imports/stage-import.ts'
import { portalImportKinds } from '../import-kinds.ts'
import { db } from '../platform/db/query.ts'
import { fieldProblem, Problem } from '../platform/problem.ts'
import { type Command, CommandError, exitCodes, print, say, usageError } from './command.ts'
import { type Installation, withInstallation } from './open-installation.ts'

export interface ImportRequest {
  readonly kind: ImportKind
  readonly fileName: string
  readonly bytes: Buffer
  readonly dryRun: boolean
  readonly again: boolean
  /** Told how far it is. */
  readonly report?: (done: number, total: number) => void
}

const noteProblem = (error: unknown): never => {
  if (!(error instanceof Problem)) throw error
  const [fault] = error.details.errors ?? []
  if (error.code === 'already_exists')
    throw new CommandError({
      fr: 'Ce fichier a déjà été importé ; ajoutez --again pour l’importer de nouveau.',
      en: 'This file was imported already; add --again to import it again.',
    })
  const told = [fault?.code ?? error.code, ...Object.values(fault?.params ?? {})].join(' ')
  throw new CommandError({ fr: `Fichier refusé : ${told}.`, en: `File refused: ${told}.` })
}

/** Checks a file and, unless it is a dry run, imports its valid lines. */
export const importFile = async ({ inTransaction }: Pick<Installation, 'inTransaction'>, request: ImportRequest) => {
  const staged = await inTransaction(async (tx) => {
    const carrier = await tx.first(
      db.selectFrom('companies').select(['id', 'name']).where(sql<boolean>`universes @> array['carrier']`).orderBy('number').limit(1),
    )
    if (!carrier)
      throw new CommandError({
        fr: 'Il n’y a pas encore de société exploitante : create-administrator d’abord.',
        en: 'There is no carrier company yet: create-administrator first.',
      })
    const { missing, twice, ...made } = await stageImport(tx, request, {
      userId: null,
      name: 'Ligne de commande',
      companyId: carrier.id,
      companyName: carrier.name,
    })
    // Nobody matches columns here.
    const headers = (fields: readonly string[]) => ({ header: fields.map((field) => headerOf(request.kind, field) ?? field).join(', ') })
    if (twice.length > 0) throw fieldProblem('file', 'header_twice', headers(twice))
    if (missing.length > 0) throw fieldProblem('file', 'header_missing', headers(missing))
    return made
  }).catch(noteProblem)
  const work = () =>
    runImport(staged.id, {
      inTransaction,
      kinds: portalImportKinds,
      onProgress: ({ examined, applied, total }) => request.report?.(applied || examined, total),
    })
  await work()
  await inTransaction(async (tx) => {
    const next = request.dryRun ? ({ state: 'cancelled', finished_at: tx.now } as const) : ({ state: 'applying' } as const)
    await tx.run(db.updateTable('imports').set(next).where('id', '=', staged.id).where('state', '=', 'checked'))
    // If this process dies meanwhile, the worker ends what it began.
    if (!request.dryRun) await runImportJob.enqueue(tx, { importId: staged.id }, { delaySeconds: 60, key: `import ${staged.id}` })
  })
  if (!request.dryRun) await work()
  return inTransaction(async (tx) => {
    const done = await tx.first(db.selectFrom('imports').selectAll().where('id', '=', staged.id))
    const faulty: FaultyLine[] = await tx.all(
      db
        .selectFrom('import_rows')
        .select(['line', 'cells', 'errors'])
        .where('import_id', '=', staged.id)
        .where('state', '=', 'faulty')
        .orderBy('line'),
    )
    if (!done) throw new Error('The import has gone.')
    return { ...done, faultyCsv: faulty.length > 0 ? faultyCsv(request.kind, done.headers, faulty) : null }
  })
}

const isKind = (text: string | undefined): text is ImportKind => importKinds.some((kind) => kind === text)

export const importCommand: Command = {
  name: 'import',
  usage: `${importKinds.join('|')} <file.csv> [--dry-run] [--again]`,
  summary: {
    fr: 'Importe un fichier CSV ; les lignes fausses sont écrites, avec leur motif, à côté du fichier.',
    en: 'Imports a CSV file; faulty lines are written, with their reason, beside the file.',
  },
  details: {
    fr: 'Codes de sortie : 0 tout est importé, 3 des lignes sont fausses, 1 refusé, 2 mal appelé.',
    en: 'Exit codes: 0 everything imported, 3 some lines are faulty, 1 refused, 2 called wrongly.',
  },
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' }, again: { type: 'boolean' } },
    })
    const [kind, file] = positionals
    if (!isKind(kind) || !file || positionals.length !== 2) throw usageError(this)
    const bytes = await readFile(file).catch(() => {
      throw new CommandError({ fr: `${file} ne peut pas être lu.`, en: `${file} cannot be read.` })
    })
    const dryRun = values['dry-run'] ?? false
    const report = process.stderr.isTTY ? (done: number, total: number) => process.stderr.write(`\r${done} / ${total} `) : undefined
    const done = await withInstallation((installation) =>
      importFile(installation, {
        kind,
        fileName: basename(file),
        bytes,
        dryRun,
        again: values.again ?? false,
        ...(report ? { report } : {}),
      }),
    )
    if (report) process.stderr.write('\n')
    print(
      dryRun
        ? say({
            fr: `${done.reference} (à blanc) : ${done.total} lignes, ${done.valid} justes, ${done.faulty} fausses.`,
            en: `${done.reference} (dry run): ${done.total} lines, ${done.valid} valid, ${done.faulty} faulty.`,
          })
        : say({
            fr: `${done.reference} : ${done.created} créées, ${done.updated} modifiées, ${done.unchanged} inchangées, ${done.faulty} fausses.`,
            en: `${done.reference}: ${done.created} created, ${done.updated} updated, ${done.unchanged} unchanged, ${done.faulty} faulty.`,
          }),
    )
    if (!done.faultyCsv) return exitCodes.done
    const rejects = `${file.replace(/\.csv$/i, '')}.rejets.csv`
    await writeFile(rejects, done.faultyCsv)
    print(say({ fr: `Lignes fausses et motifs : ${rejects}`, en: `Faulty lines and reasons: ${rejects}` }))
    return exitCodes.someFaulty
  },
}
