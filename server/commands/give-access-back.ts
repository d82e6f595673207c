import { parseArgs } from 'node:util'
import { parseLogin } from '#api/rules/references'
import { recordActivityOf } from '../domains/activity/record-activity.ts'
import { makePasswordLink, passwordLinkUrl } from '../domains/identity/passwords/password-links.ts'
import { forgetAttempts } from '../domains/identity/sign-in/attempts.ts'
import { db, type Transaction } from '../platform/db/query.ts'
import { type Command, CommandError, print, say, usageError } from './command.ts'
import { commandLine } from './create-administrator.ts'
import { withInstallation } from './open-installation.ts'

/**
 * A new link for somebody who is locked out; their sessions end, the delays of failed attempts are forgotten and, on request, their second
 * factors are removed. The administrators of their company read it. Returns null when there is no such login.
 */
export const giveAccessBack = async (tx: Transaction, login: string, removeFactors: boolean, appUrl: string): Promise<string | null> => {
  const user = await tx.first(
    db.selectFrom('users').select(['id', 'company_id', 'login', 'display_name', 'state']).where('login', '=', login).forUpdate(),
  )
  if (!user) return null
  if (user.state === 'suspended')
    throw new CommandError({
      fr: `${login} est suspendu : un administrateur de sa société doit d’abord le réactiver.`,
      en: `${login} is suspended: an administrator of the company must reactivate it first.`,
    })
  await tx.run(db.updateTable('sessions').set({ revoked_at: tx.now }).where('user_id', '=', user.id).where('revoked_at', 'is', null))
  await forgetAttempts(tx, [`login:${user.login}`, `forgotten:${user.login}`, `factor:${user.id}`, `password:${user.id}`])
  let removed = 0
  if (removeFactors) {
    removed = await tx.run(db.deleteFrom('factors').where('user_id', '=', user.id))
    await tx.run(db.deleteFrom('backup_codes').where('user_id', '=', user.id))
  }
  await recordActivityOf(tx, commandLine, {
    companyId: user.company_id,
    action: 'user.access_given_back',
    objectKind: 'user',
    objectReference: user.login,
    objectLabel: user.display_name,
    after: { factorsRemoved: removed },
  })
  return passwordLinkUrl(appUrl, await makePasswordLink(tx, user.id, 'initialisation', 'by_us'))
}

export const giveAccessBackCommand: Command = {
  name: 'give-access-back',
  usage: 'E-000000001 [--remove-factors]',
  summary: {
    fr: 'Rend l’accès à une personne : nouveau lien d’initialisation ; retire ses seconds facteurs si on le demande.',
    en: 'Gives access back to a person: a new initialisation link; removes second factors on request.',
  },
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'remove-factors': { type: 'boolean' } },
    })
    const login = parseLogin(positionals[0] ?? '')
    if (!login || positionals.length !== 1) throw usageError(this)
    const link = await withInstallation(({ inTransaction, configuration }) =>
      inTransaction((tx) => giveAccessBack(tx, login, values['remove-factors'] ?? false, configuration.appUrl)),
    )
    if (!link) throw new CommandError({ fr: `${login} n’existe pas.`, en: `There is no ${login}.` })
    print(
      say({
        fr: `Lien d’initialisation de ${login} (7 jours, une seule fois) :\n${link}`,
        en: `Initialisation link of ${login} (7 days, single use):\n${link}`,
      }),
    )
    return 0
  },
}
