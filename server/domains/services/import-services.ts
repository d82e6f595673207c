import { type SqlBool, sql } from 'kysely'
import type { ServiceKind } from '#api/catalog/rules/service-kinds'
import { subscriptionNumber } from '#api/rules/commerce-references'
import { serviceFile } from '#api/services/imports'
import { dayOf } from '../../platform/clock.ts'
import { db } from '../../platform/db/query.ts'
import { importKind } from '../../platform/imports/import-kind.ts'
import { listed, namedRow } from '../../platform/imports/line.ts'
import { sitesOf } from '../subscriptions/imports/sites-of.ts'

/** `OC00087`, or the carrier's own key of the contract; a bare number is a key. */
const numberIn = (text: string | undefined): number | null => (text && /^\s*oc/i.test(text) ? subscriptionNumber(text) : null)

/** Services of contracts of before, recognised by the carrier's own key; one that stands is left as it is. */
export const serviceLines = importKind({
  file: serviceFile,
  table: 'services',
  key: ({ externalKey = '' }) => externalKey,
  recognise: async (tx, all) => {
    const names = listed(all.map(({ contract }) => contract))
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
    const services = await tx.all(
      db
        .selectFrom('services')
        .select(['id', 'reference', 'external_key', 'subscription_id'])
        .where(sql<SqlBool>`external_key = any (${listed(all.map(({ externalKey }) => externalKey))}::text[])`),
    )
    const today = dayOf(tx.now).toString()
    return (values, fault) => {
      const contract = namedRow(contracts, values.contract, numberIn(values.contract))
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
      const standing = services.find(({ external_key: key }) => key === values.externalKey)
      if (standing && contract && standing.subscription_id !== contract.id) fault('externalKey', 'reference_taken')
      return contract && siteId && createdOn ? { contract, siteId, createdOn, standing: standing ?? null } : null
    }
  },
  toRow: ({ externalKey, name, kind }) => ({ external_key: externalKey, name, kind: kind as ServiceKind }),
  newRow: (_, { contract, siteId, createdOn }) => ({
    subscription_id: contract.id,
    company_id: contract.company_id,
    site_id: siteId,
    state: contract.state === 'terminated' ? ('closed' as const) : ('active' as const),
    created_on: createdOn,
    closed_on: contract.state === 'terminated' ? contract.terminated_on : null,
  }),
  compared: () => ({}),
  reference: ({ made, target }) => made?.reference ?? target.standing?.reference ?? '',
  history: ({ made, values, target: { contract, siteId } }) => ({
    companyId: contract.company_id,
    siteId,
    action: 'service.imported',
    objectKind: 'service',
    reference: made?.reference ?? null,
    label: values.name ?? '',
    after: { kind: values.kind, externalKey: values.externalKey },
  }),
})
