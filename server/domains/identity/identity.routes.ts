import type { Route } from '../../platform/http/route.ts'
import type { Tools } from '../../tools.ts'
import { accountRoutes } from './account/account.routes.ts'
import { factorRoutes } from './factors/factors.routes.ts'
import { passkeysAt } from './factors/passkeys.ts'
import { passwordRoutes } from './passwords/passwords.routes.ts'
import { sessionRoutes } from './sign-in/session.routes.ts'
import { termsRoutes } from './terms/terms.routes.ts'

/** Sessions, passwords, second factors, terms of use and one's own account. */
export const identityRoutes = ({ appUrl, secrets, mails }: Pick<Tools, 'appUrl' | 'secrets' | 'mails'>): Route[] => {
  const tools = { secrets, mails, passkeys: passkeysAt(appUrl) }
  return [...sessionRoutes(tools), ...passwordRoutes(tools), ...factorRoutes(tools), ...accountRoutes(tools), ...termsRoutes]
}
