import { type SqlBool, sql } from 'kysely'
import { serviceNumber } from '#api/rules/commerce-references'
import { accountcodeFile } from '#api/subscriptions/imports'
import { db, raw } from '../../../platform/db/query.ts'
import { importKind } from '../../../platform/imports/import-kind.ts'
import { bare, listed, namedRow } from '../../../platform/imports/line.ts'

/** `FPC001000`, or the carrier's own key of the service; a bare number is a key. */
const numberIn = (text: string | undefined): number | null => (text && /^\s*fpc/i.test(text) ? serviceNumber(text) : null)

/** One accountcode per service: made with the number that it had, or relabelled. A number never changes: calls carry it. */
export const accountcodeLines = importKind({
  file: accountcodeFile,
  table: 'accountcodes',
  key: ({ service = '' }) => bare(service),
  recognise: async (tx, all) => {
    const names = listed(all.map(({ service }) => service))
    const services = await tx.all(
      db
        .selectFrom('services')
        .select(['id', 'number', 'external_key', 'company_id', 'site_id', 'subscription_id', 'name', 'state'])
        .where(
          sql<SqlBool>`external_key = any (${names}::text[]) or number = any (${names.flatMap((name) => numberIn(name) ?? [])}::bigint[])`,
        ),
    )
    const accountcodes = await tx.all(
      db
        .selectFrom('accountcodes')
        .selectAll()
        .where(
          sql<SqlBool>`service_id = any (${services.map(({ id }) => id)}::uuid[]) or number = any (${listed(all.map(({ number }) => number))}::bigint[])`,
        ),
    )
    const given = new Set<string>()
    return ({ service: name, number }, fault) => {
      const service = namedRow(services, name, numberIn(name))
      if (name && !service) fault('service', 'service_unknown')
      const standing = service && accountcodes.find((row) => row.service_id === service.id)
      const holder = number ? accountcodes.find((row) => String(row.number) === number) : undefined
      const isOther = number !== undefined && standing !== undefined && String(standing.number) !== number
      if ((holder && holder !== standing) || isOther || (number && given.has(number))) fault('number', 'reference_taken')
      if (number) given.add(number)
      return service ? { service, standing: standing ?? null } : null
    }
  },
  toRow: ({ label, partnerCode }) => ({ label, partner_code: partnerCode }),
  newRow: ({ number, label }, { service }) => ({
    number: number === undefined ? undefined : Number(number),
    service_id: service.id,
    subscription_id: service.subscription_id,
    company_id: service.company_id,
    site_id: service.site_id,
    label: label ?? service.name,
    state: service.state,
  }),
  compared: ({ label, partnerCode }) => ({ label, partner_code: partnerCode }),
  // Numbers that the file gave are behind us: the next accountcode does not meet them.
  afterCreating: async (tx, created) => {
    if (created.some(({ values }) => values.number))
      await tx.run(
        raw(sql`select setval('accountcode_number_seq', greatest(
          (select last_value from accountcode_number_seq), (select max(number) from accountcodes)))`),
      )
  },
  reference: ({ made, target }) => String(made?.number ?? target.standing?.number ?? ''),
  history: ({ made, values, changed, target: { service, standing } }) => ({
    companyId: service.company_id,
    siteId: service.site_id,
    action: made ? 'accountcode.imported' : 'accountcode.updated',
    objectKind: 'accountcode',
    reference: String(made?.number ?? standing?.number ?? ''),
    label: values.label ?? service.name,
    before: {
      label: 'label' in changed ? standing?.label : undefined,
      partnerCode: 'partner_code' in changed ? standing?.partner_code : undefined,
    },
    after: { label: values.label ?? null, partnerCode: values.partnerCode ?? null },
  }),
})
