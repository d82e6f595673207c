import { setPartnerCodes } from '#api/subscriptions/accountcodes/accountcodes'
import { type BulkAct, bulkAct } from '../../../platform/bulk/bulk-act.ts'
import { Problem } from '../../../platform/problem.ts'
import { accountcodeSource } from './accountcodes.routes.ts'
import { accountcode } from './accountcodes-query.ts'
import { updateAccountcode } from './update-accountcode.ts'

export const accountcodeActs: readonly BulkAct[] = [
  bulkAct(setPartnerCodes, {
    source: accountcodeSource,
    itemOf: ({ number, label, version }) => ({
      key: String(number),
      label: [String(number), label].filter(Boolean).join(' · '),
      seen: version,
    }),
    act: async (tx, { key, seen }, { input: { partnerCode } }) => {
      const found = await tx.first(accountcode(key).forUpdate('a'))
      if (!found) throw new Problem('not_found')
      return updateAccountcode(tx, key, { version: seen ?? found.version, label: found.label, partnerCode })
    },
  }),
]
