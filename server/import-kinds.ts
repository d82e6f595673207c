import type { LaterKinds } from './domains/imports/run-import.ts'
import { serviceLines } from './domains/services/import-services.ts'
import { accountcodeLines } from './domains/subscriptions/imports/accountcode-lines.ts'
import { subscriptionLines } from './domains/subscriptions/imports/subscription-lines.ts'
import type { LineKind } from './platform/imports/line.ts'

/** Kinds of files that the carrier imports, beyond those of companies: the only list of the domains' kinds. */
export const portalImportKinds: LaterKinds = {
  subscriptions: subscriptionLines as LineKind<unknown>,
  services: serviceLines as LineKind<unknown>,
  accountcodes: accountcodeLines as LineKind<unknown>,
}
