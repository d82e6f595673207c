import { companyFile, contactFile, siteFile } from './companies/imports.ts'
import type { ImportFile } from './import-file.ts'
import type { ImportKind } from './imports/imports.ts'
import { serviceFile } from './services/imports.ts'
import { accountcodeFile, subscriptionFile } from './subscriptions/imports.ts'

/** The file of each kind, as its domain declares it. */
export const importFiles: Readonly<Record<ImportKind, ImportFile>> = {
  companies: companyFile,
  sites: siteFile,
  contacts: contactFile,
  subscriptions: subscriptionFile,
  services: serviceFile,
  accountcodes: accountcodeFile,
}
