import { publicPages } from '#api/pages'
import { db, type Transaction } from '../../../platform/db/query.ts'
import { hashToken, newToken } from '../../../platform/secrets/tokens.ts'

export type LinkKind = 'initialisation' | 'forgotten'

const hour = 3_600_000
const lifetimes: Readonly<Record<LinkKind, number>> = { initialisation: 7 * 24 * hour, forgotten: hour }

/**
 * Makes a new link. Only its hash is kept. A new invitation replaces the one before; but anybody may say that they forgot somebody's password,
 * so that one takes nothing away: the links before it live out their hour. @returns the token, to be mailed and forgotten.
 */
export const makePasswordLink = async (
  tx: Transaction,
  userId: string,
  kind: LinkKind,
  asked: 'by_anybody' | 'by_us' = 'by_us',
): Promise<string> => {
  const token = newToken()
  if (asked === 'by_us')
    await tx.run(db.updateTable('password_links').set({ used_at: tx.now }).where('user_id', '=', userId).where('used_at', 'is', null))
  await tx.run(
    db.insertInto('password_links').values({
      token_hash: hashToken(token),
      user_id: userId,
      kind,
      created_at: tx.now,
      expires_at: new Date(tx.now.getTime() + lifetimes[kind]),
    }),
  )
  return token
}

/** The token stands in the fragment: browsers do not send it, so no log of any server has it. */
export const passwordLinkUrl = (appUrl: string, token: string): string => `${appUrl}${publicPages.newPassword}#token=${token}`

/** A link that still works, with its person; nobody's when it was used, expired, replaced or never existed. */
export const livingLink = (token: string, now: Date) =>
  db
    .selectFrom('password_links as l')
    .innerJoin('users as u', 'u.id', 'l.user_id')
    .innerJoin('companies as c', 'c.id', 'u.company_id')
    .innerJoin('contacts as p', 'p.id', 'u.contact_id')
    .where('l.token_hash', '=', hashToken(token))
    .where('l.used_at', 'is', null)
    .where('l.expires_at', '>', now)
    .where('u.state', 'in', ['invited', 'active'])
    .where('c.state', '<>', 'closed')
    .select([
      'l.kind',
      'l.expires_at as expiresAt',
      'u.id as userId',
      'u.login',
      'u.state',
      'u.language',
      'u.display_name as displayName',
      'u.company_id as companyId',
      'c.name as companyName',
      'p.email',
    ])
