import { createMainRights } from './domains/access/main-rights.ts'
import { companyLines } from './domains/companies/imports/company-lines.ts'
import { contactLines } from './domains/companies/imports/contact-lines.ts'
import { siteLines } from './domains/companies/imports/site-lines.ts'
import type { ImportKinds } from './domains/imports/run-import.ts'
import { serviceLines } from './domains/services/import-services.ts'
import { accountcodeLines } from './domains/subscriptions/imports/accountcode-lines.ts'
import { subscriptionLines } from './domains/subscriptions/imports/subscription-lines.ts'

/** How each kind of file that the carrier imports is worked through: the only list of the domains' kinds. */
export const portalImportKinds: ImportKinds = {
  companies: companyLines(async (tx, companyIds) => {
    for (const companyId of companyIds) await createMainRights(tx, companyId, ['client'])
  }),
  sites: siteLines,
  contacts: contactLines,
  subscriptions: subscriptionLines,
  services: serviceLines,
  accountcodes: accountcodeLines,
}
