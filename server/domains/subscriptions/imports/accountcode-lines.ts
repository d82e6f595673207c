import { type SqlBool, sql } from 'kysely'
import { judged, shortText } from '#api/atoms'
import { importColumns } from '#api/imports/imports'
import { serviceNumber } from '#api/rules/commerce-references'
import { accountcodeLabelField, partnerCodeField } from '#api/subscriptions/accountcodes/accountcodes'
import { db, raw } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import { differences, type Examined, formerly, judge, type LineKind, listed } from '../../../platform/imports/line.ts'
import { recordImported } from '../../activity/record-imported.ts'

const fields = {
  service: shortText(80),
  number: judged((value) => (/^[1-9]\d{0,11}$/.test(value) ? value : null), 'invalid', 16),
  label: accountcodeLabelField,
  partnerCode: partnerCodeField,
}

interface Service {
  readonly id: string
  readonly company_id: string
  readonly site_id: string
  readonly subscription_id: string
  readonly name: string
  readonly state: string
}

interface Plan {
  readonly service: Service
  /** The accountcode that the service has already. */
  readonly existing: { readonly id: string; readonly number: number; readonly version: number } | null
  readonly changed: Readonly<Record<string, string>>
  readonly before: Record<string, unknown>
  readonly values: Readonly<Record<string, string>>
}

/** `FPC001000`, or the carrier's own key of the service; a bare number is a key. */
const numberIn = (text: string | undefined): number | null => (text && /^\s*fpc/i.test(text) ? serviceNumber(text) : null)

/** One accountcode per service: made with the number that it had, or relabelled. A number never changes: calls carry it. */
export const accountcodeLines: LineKind<Plan> = {
  async examine(tx, lines) {
    const judged = lines.map((line) => ({ line: line.line, ...judge(line, importColumns.accountcodes, fields) }))
    const names = listed(judged.map(({ values }) => values.service))
    const services = await tx.all(
      db
        .selectFrom('services')
        .select(['id', 'number', 'external_key', 'company_id', 'site_id', 'subscription_id', 'name', 'state'])
        .where(
          sql<SqlBool>`external_key = any (${names}::text[]) or number = any (${names.flatMap((name) => numberIn(name) ?? [])}::bigint[])`,
        ),
    )
    const standing = await tx.all(
      db
        .selectFrom('accountcodes')
        .selectAll()
        .where(
          sql<SqlBool>`service_id = any (${services.map(({ id }) => id)}::uuid[]) or number = any (${listed(judged.map(({ values }) => values.number))}::bigint[])`,
        ),
    )
    const given = new Set<string>()
    return judged.map(({ line, values, faults }): Examined<Plan> => {
      const number = numberIn(values.service)
      const service =
        services.find(({ external_key: key }) => key !== null && key === values.service) ??
        services.find((one) => number !== null && one.number === number)
      const fault = (column: string, code: string) => faults.push({ column, code, value: values[column] ?? null })
      if (values.service && !service) fault('service', 'service_unknown')
      const existing = service && standing.find((row) => row.service_id === service.id)
      const holder = values.number ? standing.find((row) => String(row.number) === values.number) : undefined
      const isOther = values.number !== undefined && existing !== undefined && String(existing.number) !== values.number
      if ((holder && holder !== existing) || isOther || (values.number && given.has(values.number))) fault('number', 'reference_taken')
      if (values.number) given.add(values.number)
      if (faults.length > 0 || !service) return { line, faults }
      const changed = existing ? differences({ ...existing }, { label: values.label, partner_code: values.partnerCode }) : {}
      return {
        line,
        plan: { service, existing: existing ?? null, changed, before: existing ? formerly({ ...existing }, changed) : {}, values },
      }
    })
  },

  async apply(tx, plans, actor) {
    const outcomes: { line: number; plan: Plan; number: number }[] = []
    for (const { line, plan } of plans) {
      const { service, existing, values, changed } = plan
      if (existing) {
        if (Object.keys(changed).length > 0)
          await tx.run(
            db
              .updateTable('accountcodes')
              .set({ ...changed, version: existing.version + 1 })
              .where('id', '=', existing.id),
          )
        outcomes.push({ line, plan, number: existing.number })
        continue
      }
      const made = await tx.first(
        db
          .insertInto('accountcodes')
          .values({
            id: newId(),
            ...(values.number ? { number: Number(values.number) } : {}),
            service_id: service.id,
            subscription_id: service.subscription_id,
            company_id: service.company_id,
            site_id: service.site_id,
            label: values.label ?? service.name,
            partner_code: values.partnerCode ?? '',
            state: service.state === 'closed' ? 'closed' : 'active',
          })
          .returning('number'),
      )
      if (!made) throw new Error('The accountcode was not written.')
      outcomes.push({ line, plan, number: made.number })
    }
    if (outcomes.some(({ plan }) => plan.existing === null && plan.values.number))
      await tx.run(
        raw(sql`select setval('accountcode_number_seq', greatest(
          (select last_value from accountcode_number_seq), (select max(number) from accountcodes)))`),
      )
    const outcomeOf = ({ existing, changed }: Plan) =>
      existing === null ? 'created' : Object.keys(changed).length > 0 ? 'updated' : 'unchanged'
    await recordImported(
      tx,
      actor,
      outcomes
        .filter(({ plan }) => outcomeOf(plan) !== 'unchanged')
        .map(({ plan, number }) => ({
          companyId: plan.service.company_id,
          siteId: plan.service.site_id,
          action: plan.existing === null ? 'accountcode.imported' : 'accountcode.updated',
          objectKind: 'accountcode',
          reference: String(number),
          label: plan.values.label ?? plan.service.name,
          before: { label: plan.before.label, partnerCode: plan.before.partner_code },
          after: { label: plan.values.label ?? null, partnerCode: plan.values.partnerCode ?? null },
        })),
    )
    return outcomes.map(({ line, plan, number }) => ({ line, outcome: outcomeOf(plan), reference: String(number) }))
  },
}
