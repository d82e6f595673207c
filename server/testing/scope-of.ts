import type { Scope } from '../platform/context.ts'

/** Somebody in the client universe of the company « own » with no right at all, but for what is said: for tests of policies, which only look. */
export const scopeOf = (some: Partial<Scope>): Scope =>
  ({
    universe: 'client',
    companyId: 'own',
    userId: 'me',
    grants: {},
    readOnly: false,
    isAdministrator: false,
    isEndClient: false,
    ...some,
  }) as Scope
