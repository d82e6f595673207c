import type { Accountcode } from '#api/subscriptions/accountcodes/accountcodes'
import type { Scope } from '../../../platform/context.ts'
import { mayEditAccountcodes } from './accountcodes.policy.ts'
import type { AccountcodeRecord } from './accountcodes-query.ts'

export const presentAccountcode =
  (scope: Scope) =>
  (row: AccountcodeRecord): Accountcode => ({
    number: row.number,
    label: row.label,
    partnerCode: row.partner_code,
    state: row.state === 'closed' ? 'closed' : 'active',
    client: { reference: row.company_reference, name: row.company_name },
    site: row.site_name ?? '',
    service: { reference: row.service_reference, name: row.service_name, kind: row.service_kind },
    subscription: { reference: row.subscription_reference, name: row.subscription_name },
    version: row.version,
    abilities: { edit: mayEditAccountcodes(scope) },
  })
