import { type SqlBool, sql } from 'kysely'
import { day, judged, shortText } from '#api/atoms'
import { importColumns } from '#api/imports/imports'
import { subscriptionNumber } from '#api/rules/commerce-references'
import { type ServiceKind, serviceKinds } from '#api/rules/service-kinds'
import { dayOf } from '../../platform/clock.ts'
import { db } from '../../platform/db/query.ts'
import { newId } from '../../platform/ids.ts'
import { type Examined, judge, type LineKind, listed } from '../../platform/imports/line.ts'
import { recordImported } from '../activity/record-imported.ts'
import { sitesOf } from '../subscriptions/imports/sites-of.ts'

const fields = {
  contract: shortText(80),
  externalKey: shortText(80),
  kind: judged((value) => serviceKinds.find((kind) => kind === value.toLowerCase()) ?? null, 'service_kind_unknown', 80),
  name: shortText(120),
  site: shortText(80),
  createdOn: day,
}

interface Plan {
  readonly existing: string | null
  readonly contractId: string
  readonly companyId: string
  readonly siteId: string
  readonly createdOn: string
  readonly isClosed: boolean
  readonly closedOn: string | null
  readonly values: Readonly<Record<string, string>>
}

/** `OC00087`, or the carrier's own key of the contract; a bare number is a key. */
const numberIn = (text: string | undefined): number | null => (text && /^\s*oc/i.test(text) ? subscriptionNumber(text) : null)

/** Services of contracts of before, recognised by the carrier's own key; one that stands is left as it is. */
export const serviceLines: LineKind<Plan> = {
  async examine(tx, lines) {
    const judged = lines.map((line) => ({ line: line.line, ...judge(line, importColumns.services, fields) }))
    const names = listed(judged.map(({ values }) => values.contract))
    const contracts = await tx.all(
      db
        .selectFrom('subscriptions')
        .select(['id', 'number', 'external_key', 'company_id', 'site_id', 'activated_on', 'state', 'terminated_on'])
        .where(
          sql<SqlBool>`external_key = any (${names}::text[]) or number = any (${names.flatMap((name) => numberIn(name) ?? [])}::bigint[])`,
        ),
    )
    const siteOf = await sitesOf(
      tx,
      contracts.map(({ company_id: id }) => id),
    )
    const standing = await tx.all(
      db
        .selectFrom('services')
        .select(['reference', 'external_key', 'subscription_id'])
        .where(sql<SqlBool>`external_key = any (${listed(judged.map(({ values }) => values.externalKey))}::text[])`),
    )
    const today = dayOf(tx.now).toString()
    return judged.map(({ line, values, faults }): Examined<Plan> => {
      const number = numberIn(values.contract)
      const contract =
        contracts.find(({ external_key: key }) => key !== null && key === values.contract) ??
        contracts.find((one) => number !== null && one.number === number)
      const fault = (column: string, code: string) => faults.push({ column, code, value: values[column] ?? null })
      if (values.contract && !contract) fault('contract', 'contract_unknown')
      // Delivery brings the services: a contract without one has none.
      if (contract?.state === 'creating') fault('contract', 'contract_not_delivered')
      if (contract?.state === 'abandoned') fault('contract', 'contract_abandoned')
      const siteId = contract && (values.site ? siteOf(contract.company_id, values.site)?.id : contract.site_id)
      if (contract && !siteId) fault('site', 'site_unknown')
      const createdOn = values.createdOn ?? contract?.activated_on
      if (values.createdOn !== undefined && values.createdOn > today) fault('createdOn', 'date_future')
      if (contract?.activated_on && values.createdOn && values.createdOn < contract.activated_on)
        fault('createdOn', 'service_before_delivery')
      if (contract?.terminated_on && values.createdOn && values.createdOn > contract.terminated_on) fault('createdOn', 'service_after_end')
      if (contract?.activated_on && !createdOn) faults.push({ column: 'createdOn', code: 'required', value: null })
      const existing = standing.find(({ external_key: key }) => key === values.externalKey)
      if (existing && contract && existing.subscription_id !== contract.id) fault('externalKey', 'reference_taken')
      if (faults.length > 0 || !contract || !siteId || !createdOn) return { line, faults }
      const isClosed = contract.state === 'terminated'
      const closedOn = isClosed ? contract.terminated_on : null
      return {
        line,
        plan: {
          existing: existing?.reference ?? null,
          contractId: contract.id,
          companyId: contract.company_id,
          siteId,
          createdOn,
          isClosed,
          closedOn,
          values,
        },
      }
    })
  },

  async apply(tx, plans, actor) {
    const created = plans.filter(({ plan }) => plan.existing === null).map(({ line, plan }) => ({ line, plan, id: newId() }))
    const rows =
      created.length === 0
        ? []
        : await tx.all(
            db
              .insertInto('services')
              .values(
                created.map(({ id, plan }) => ({
                  id,
                  subscription_id: plan.contractId,
                  company_id: plan.companyId,
                  site_id: plan.siteId,
                  kind: plan.values.kind as ServiceKind,
                  name: plan.values.name ?? '',
                  state: plan.isClosed ? 'closed' : 'active',
                  created_on: plan.createdOn,
                  closed_on: plan.closedOn,
                  external_key: plan.values.externalKey ?? null,
                })),
              )
              .returning(['id', 'reference']),
          )
    const references = new Map(rows.map((row) => [row.id, row.reference]))
    await recordImported(
      tx,
      actor,
      created.map(({ id, plan }) => ({
        companyId: plan.companyId,
        siteId: plan.siteId,
        action: 'service.imported',
        objectKind: 'service',
        reference: references.get(id) ?? null,
        label: plan.values.name ?? '',
        after: { kind: plan.values.kind, externalKey: plan.values.externalKey },
      })),
    )
    const made = new Map(created.map(({ line, id }) => [line, references.get(id) ?? '']))
    return plans.map(({ line, plan }) => ({
      line,
      outcome: plan.existing === null ? 'created' : 'unchanged',
      reference: plan.existing ?? made.get(line) ?? '',
    }))
  },
}
