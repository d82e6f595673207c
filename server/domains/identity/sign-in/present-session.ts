import type { Session } from '#api/identity/sign-in/session'
import { languageOf } from '#api/languages'
import { universes } from '#api/universes'
import type { IdentityStore, RequestInfo } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { first } from '../../../platform/db/questions.ts'
import { Problem } from '../../../platform/problem.ts'

const living = (sessionId: string) =>
  db
    .selectFrom('sessions as s')
    .innerJoin('users as real', 'real.id', 's.user_id')
    .innerJoin('users as u', (join) => join.on((on) => on('u.id', '=', on.fn.coalesce('s.view_as_user_id', 's.user_id'))))
    .innerJoin('companies as c', 'c.id', 'u.company_id')
    .innerJoin('contacts as p', 'p.id', 'u.contact_id')
    .where('s.id', '=', sessionId)

const person = (sessionId: string) =>
  living(sessionId).select([
    's.stage',
    's.step_up_until as stepUpUntil',
    's.expires_at as expiresAt',
    's.view_as_user_id as viewAsUserId',
    's.view_as_reason as viewAsReason',
    'real.display_name as realName',
    'u.login',
    'u.language',
    'u.last_universe as lastUniverse',
    'u.is_administrator as isAdministrator',
    'p.first_name as firstName',
    'p.last_name as lastName',
    'p.email',
    'c.reference',
    'c.name',
    'c.universes',
  ])

const held = (sessionId: string) =>
  living(sessionId).innerJoin('effective_rights as e', 'e.user_id', 'u.id').select(['e.universe', 'e.grants'])

const factorKinds = (sessionId: string) =>
  db
    .selectFrom('sessions as s')
    .innerJoin('factors as f', 'f.user_id', 's.user_id')
    .where('s.id', '=', sessionId)
    .where('f.confirmed_at', 'is not', null)
    .select('f.kind')
    .distinct()

const unusedCode = (sessionId: string) =>
  db
    .selectFrom('sessions as s')
    .innerJoin('backup_codes as b', 'b.user_id', 's.user_id')
    .where('s.id', '=', sessionId)
    .where('b.used_at', 'is', null)
    .select('b.user_id')
    .limit(1)

/** The universes of the company in which the person holds something; all of them, empty, for a person without any right. */
const entered = (own: readonly string[], rights: readonly { universe: string; grants: unknown }[]): Session['universes'] => {
  const grants = new Map(rights.map((right) => [right.universe, right.grants]))
  const available = universes.filter((universe) => own.includes(universe))
  const used = available.filter((universe) => grants.has(universe))
  return (used.length > 0 ? used : available).map((universe) => ({ universe, grants: grants.get(universe) ?? {} }))
}

/** What the screens know of a session. Rights and second factors are told to those who may use them only. */
export const presentSession = async (identity: IdentityStore, request: RequestInfo, sessionId: string): Promise<Session> => {
  const { row, rights, kinds, code } = await identity.read({
    row: first(person(sessionId)),
    rights: held(sessionId),
    kinds: factorKinds(sessionId),
    code: first(unusedCode(sessionId)),
  })
  if (!row) throw new Problem('unauthenticated')
  const stage = row.stage
  const open = stage === 'complete' ? entered(row.universes, rights) : []
  const factors = (['totp', 'passkey'] as const).filter((kind) => kinds.some((found) => found.kind === kind))
  return {
    next: stage,
    user: {
      login: row.login,
      firstName: row.firstName,
      lastName: row.lastName,
      email: row.email ?? '',
      language: languageOf(row.language),
    },
    company: { reference: row.reference, name: row.name },
    universes: open,
    lastUniverse: open.find(({ universe }) => universe === row.lastUniverse)?.universe ?? null,
    isAdministrator: stage === 'complete' && row.isAdministrator,
    stepUpUntil: row.stepUpUntil && row.stepUpUntil > request.now ? row.stepUpUntil.toISOString() : null,
    factors: row.viewAsUserId ? [] : factors.length > 0 && code ? [...factors, 'backup_code'] : factors,
    viewAs: row.viewAsUserId ? { byName: row.realName, reason: row.viewAsReason ?? '' } : null,
    expiresAt: row.expiresAt.toISOString(),
  }
}
