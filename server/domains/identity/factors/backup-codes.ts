import { createHash, randomInt } from 'node:crypto'
import { db, type Transaction } from '../../../platform/db/query.ts'

const count = 10
// Without the characters that are mistaken for one another.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

const newCode = (): string => {
  const characters = Array.from({ length: 10 }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
  return `${characters.slice(0, 5)}-${characters.slice(5)}`
}

const canonical = (code: string): string => code.toLowerCase().replaceAll(/[\s\p{Pd}]/gu, '')

// A code is random (49 bits) and tried under the delays of sign-in; the person's id keeps equal codes of two people apart.
const hashCode = (userId: string, code: string): Buffer =>
  createHash('sha256')
    .update(`${userId}:${canonical(code)}`)
    .digest()

/** Ten new codes; the former ones die. @returns them, to be shown once. */
export const makeBackupCodes = async (tx: Transaction, userId: string): Promise<string[]> => {
  const codes = Array.from({ length: count }, newCode)
  await tx.run(db.deleteFrom('backup_codes').where('user_id', '=', userId))
  await tx.run(db.insertInto('backup_codes').values(codes.map((code) => ({ user_id: userId, code_hash: hashCode(userId, code) }))))
  return codes
}

/** Uses a code up. @returns false when there is no such unused code. */
export const spendBackupCode = async (tx: Transaction, userId: string, code: string): Promise<boolean> => {
  const used = await tx.run(
    db
      .updateTable('backup_codes')
      .set({ used_at: tx.now })
      .where('user_id', '=', userId)
      .where('code_hash', '=', hashCode(userId, code))
      .where('used_at', 'is', null),
  )
  return used > 0
}
