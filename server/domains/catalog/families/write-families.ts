import type { writeFamilies as writeEndpoint } from '#api/catalog/admin/offer-versions'
import type { BodyOf } from '#api/endpoint'
import { say } from '#api/languages'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { changes, recordActivity } from '../../activity/record-activity.ts'
import { presentFamily, presentFamilyAndContent } from './families.presenter.ts'
import { familiesAndContent } from './families.repository.ts'
import { familyCode, plainName } from './family-code.ts'

type Body = BodyOf<typeof writeEndpoint>
type Given = Body['families']
type Families = Body['seen']

/** Of two that were given, the later one is at fault. */
const refuseTwice = (given: Given, field: string, read: (family: Given[number]) => string | null): void => {
  const values = given.map(read)
  const twice = values.findIndex((value, index) => value !== null && values.indexOf(value) < index)
  if (twice >= 0) throw fieldProblem(`families.${twice}.${field}`, 'duplicate')
}

const refuseUnknown = (given: Given, known: ReadonlySet<string>): void => {
  const unknown = given.findIndex(({ code }) => code !== null && !known.has(code))
  if (unknown >= 0) throw fieldProblem(`families.${unknown}.name.fr`, 'family_unknown')
}

/** As the history keeps them: one line each, null for one that is not there. */
const inWords = (all: Families, codes: ReadonlySet<string>): Record<string, string | null> => {
  const lines = new Map(all.map(({ code, name, icon }, index) => [code, `${index + 1}. ${name.fr} / ${name.en} (${icon})`]))
  return Object.fromEntries([...codes].map((code) => [code, lines.get(code) ?? null]))
}
const changed = (before: Families, after: Families) => {
  const codes = new Set([...before, ...after].map(({ code }) => code))
  return changes<Record<string, unknown>>(inWords(before, codes), inWords(after, codes))
}

/** A new family takes its code from its French name, once and for all. */
const coded = (given: Given, known: ReadonlySet<string>): Families => {
  const taken = new Set(known)
  return given.map(({ code, ...family }) => {
    const own = code ?? familyCode(family.name.fr, taken)
    taken.add(own)
    return { code: own, ...family }
  })
}

/** The families of the shop as they are given: those that are new, those that change, and those that went and had nothing in them. */
export const writeFamilies = async (tx: ScopedTransaction, { families: given, seen }: Body) => {
  // Held before they are read: one that somebody else just added is read too, and no offer comes into one that goes.
  await tx.all(db.selectFrom('offer_families').orderBy('code').select('code').forUpdate())
  const rows = await tx.all(familiesAndContent())
  const before = rows.map(presentFamily)
  if (changed(seen, before)) throw new Problem('version_conflict', { current: { families: before } })

  const known = new Set(before.map(({ code }) => code))
  refuseTwice(given, 'name.fr', ({ code }) => code)
  refuseTwice(given, 'name.fr', ({ name }) => plainName(name.fr))
  refuseTwice(given, 'name.en', ({ name }) => plainName(name.en))
  refuseUnknown(given, known)

  const next = coded(given, known)
  const kept = new Set(next.map(({ code }) => code))
  for (const row of rows.filter(({ code }) => !kept.has(code))) {
    const name = say({ fr: row.name, en: row.name_en }, tx.scope.language)
    if (row.offers > 0) throw fieldProblem('families', 'family_has_offers', { name, count: row.offers })
    if (row.contracts) throw fieldProblem('families', 'family_has_contracts', { name })
    await tx.run(db.deleteFrom('offer_families').where('code', '=', row.code))
  }
  for (const [index, { code, name, icon }] of next.entries()) {
    const columns = { name: name.fr, name_en: name.en, icon, position: index + 1 }
    await tx.run(
      known.has(code)
        ? db.updateTable('offer_families').set(columns).where('code', '=', code)
        : db.insertInto('offer_families').values({ code, ...columns }),
    )
  }
  const what = changed(before, next)
  if (what) await recordActivity(tx, { companyId: tx.scope.companyId, action: 'offer_families.written', objectKind: 'offer', ...what })
  return { families: (await tx.all(familiesAndContent())).map(presentFamilyAndContent) }
}
