import { db, type Transaction } from '../platform/db/query.ts'
import { hashToken, newToken } from '../platform/secrets/tokens.ts'

const hoursOfALink = 72

/** A new link « Initialisation du mot de passe » for somebody; the earlier ones die. Shown once: only its hash is kept. */
export const newInitialisationLink = async (tx: Transaction, userId: string, appUrl: string): Promise<string> => {
  await tx.run(db.updateTable('password_links').set({ used_at: tx.now }).where('user_id', '=', userId).where('used_at', 'is', null))
  const token = newToken()
  await tx.run(
    db.insertInto('password_links').values({
      token_hash: hashToken(token),
      user_id: userId,
      kind: 'initialisation',
      created_at: tx.now,
      expires_at: new Date(tx.now.getTime() + hoursOfALink * 3_600_000),
    }),
  )
  return `${appUrl}/mot-de-passe#${token}`
}
