import { writeFamilies } from '#contract/catalog-admin'
import type { BodyOf } from '#contract/endpoint'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db, type RowsOf } from '../../../platform/db/query.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { changes, recordActivity } from '../../activity/record-activity.ts'
import { families } from '../families/families.repository.ts'

type Families = BodyOf<typeof writeFamilies>['families']

export const presentFamily = (row: RowsOf<ReturnType<typeof families>>[number]): Families[number] => ({
  code: row.code as Families[number]['code'],
  name: { fr: row.name, en: row.name_en },
})

const inWords = (all: Families): Record<string, string> =>
  Object.fromEntries(all.map(({ code, name }, index) => [code, `${index + 1}. ${name.fr} / ${name.en}`]))

/** All the families, each once. */
const refuseOthers = (given: Families, known: Families): void => {
  const codes = given.map(({ code }) => code)
  const twice = codes.findIndex((code, index) => codes.indexOf(code) < index)
  if (twice >= 0) throw fieldProblem(`families.${twice}.code`, 'duplicate')
  if (codes.length !== known.length) throw fieldProblem('families', 'invalid')
}

export const nameFamilies = async (tx: ScopedTransaction, { families: next, seen }: BodyOf<typeof writeFamilies>) => {
  const before = (await tx.all(families().forUpdate())).map(presentFamily)
  refuseOthers(next, before)
  if (changes(inWords(before), inWords(seen))) throw new Problem('version_conflict', { current: { families: before } })
  const changed = changes<Record<string, unknown>>(inWords(before), inWords(next))
  if (!changed) return { families: before }
  for (const [index, { code, name }] of next.entries())
    await tx.run(
      db
        .updateTable('offer_families')
        .set({ name: name.fr, name_en: name.en, position: index + 1 })
        .where('code', '=', code),
    )
  await recordActivity(tx, { companyId: tx.scope.companyId, action: 'offer_families.written', objectKind: 'offer', ...changed })
  return { families: next }
}

export const familyRoutes: Route[] = [route(writeFamilies, (ctx, { body }) => ctx.write((tx) => nameFamilies(tx, body)))]
