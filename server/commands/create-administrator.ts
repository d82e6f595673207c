import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import * as z from 'zod/mini'
import { email, personName, shortText } from '#api/atoms'
import { siren } from '#api/companies/company/company-numbers'
import { frenchVatNumber } from '#api/companies/rules/company/vat-number'
import { codeOfCheck } from '#api/rules/field-codes'
import { createMainRights } from '../domains/access/main-rights.ts'
import { recordActivityOf } from '../domains/activity/record-activity.ts'
import { makePasswordLink, passwordLinkUrl } from '../domains/identity/passwords/password-links.ts'
import { db, raw, type Transaction } from '../platform/db/query.ts'
import { newId } from '../platform/ids.ts'
import { type Command, CommandError, print, say, usageError } from './command.ts'
import { withInstallation } from './open-installation.ts'

/** Who acts when nobody is signed in. */
export const commandLine = {
  userId: null,
  name: 'Ligne de commande',
  companyId: null,
  companyName: null,
  universe: null,
  ip: null,
  requestId: null,
}

export interface NewAdministrator {
  readonly company: string
  readonly siren: string | null
  readonly firstName: string
  readonly lastName: string
  readonly email: string
}

const carrierCompany = (tx: Transaction) =>
  tx.first(
    db.selectFrom('companies').select(['id', 'reference']).where(sql<boolean>`universes @> array['carrier']`).orderBy('number').limit(1),
  )

const createCarrier = async (tx: Transaction, wished: NewAdministrator): Promise<string> => {
  const id = newId()
  await tx.run(
    db.insertInto('companies').values({
      id,
      number: 1,
      universes: ['carrier'],
      name: wished.company,
      siren: wished.siren,
      vat_number: wished.siren ? frenchVatNumber(wished.siren) : null,
      created_at: tx.now,
    }),
  )
  await tx.run(
    db.insertInto('sites').values({ id: newId(), company_id: id, name: 'Siège Social', is_head_office: true, created_at: tx.now }),
  )
  await createMainRights(tx, id, ['carrier'])
  return id
}

/** The carrier's company if there is none, and an administrator of it. Returns the login and the link that sets the password. */
export const createAdministrator = async (tx: Transaction, wished: NewAdministrator, appUrl: string) => {
  // Two launches at once would both find no company.
  await tx.run(raw(sql`select pg_advisory_xact_lock(hashtext('carrier company'))`))
  const companyId = (await carrierCompany(tx))?.id ?? (await createCarrier(tx, wished))
  const contactId = newId()
  await tx.run(
    db.insertInto('contacts').values({
      id: contactId,
      company_id: companyId,
      first_name: wished.firstName,
      last_name: wished.lastName,
      email: wished.email,
      created_at: tx.now,
    }),
  )
  const first = await tx.first(db.selectFrom('users').select('id').where('login_number', '=', 1))
  const displayName = `${wished.firstName} ${wished.lastName}`
  const user = await tx.first(
    db
      .insertInto('users')
      .values({
        id: newId(),
        company_id: companyId,
        contact_id: contactId,
        display_name: displayName,
        created_at: tx.now,
        ...(first ? {} : { login_number: 1 }),
      })
      .returning(['id', 'login']),
  )
  const right = await tx.first(db.selectFrom('rights').select('id').where('company_id', '=', companyId).where('kind', '=', 'administrator'))
  if (!user || !right) throw new Error('The administrator was not created.')
  await tx.run(db.insertInto('user_rights').values({ user_id: user.id, right_id: right.id, company_id: companyId, granted_at: tx.now }))
  await recordActivityOf(tx, commandLine, {
    companyId,
    action: 'user.invited',
    objectKind: 'user',
    objectReference: user.login,
    objectLabel: displayName,
    after: { email: wished.email, administrator: true },
  })
  return { login: user.login, link: passwordLinkUrl(appUrl, await makePasswordLink(tx, user.id, 'initialisation', 'by_us')) }
}

const parse = (schema: z.core.$ZodType<string, string>, option: string, value: string | undefined): string => {
  const parsed = z.safeParse(schema, value, { error: codeOfCheck })
  if (!parsed.success)
    throw new CommandError({
      fr: `--${option} : valeur absente ou fausse (${parsed.error.issues[0]?.message}).`,
      en: `--${option}: missing or wrong value (${parsed.error.issues[0]?.message}).`,
    })
  return parsed.data
}

export const createAdministratorCommand: Command = {
  name: 'create-administrator',
  usage: '--first-name Anne --last-name Martin --email anne@operateur.example [--company "Mon Opérateur"] [--siren 732829320]',
  summary: {
    fr: 'Crée la société de l’exploitant (la première fois) et un administrateur ; affiche son lien d’initialisation.',
    en: 'Creates the carrier’s company (the first time) and an administrator; prints the link that sets the password.',
  },
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'first-name': { type: 'string' },
        'last-name': { type: 'string' },
        email: { type: 'string' },
        company: { type: 'string' },
        siren: { type: 'string' },
      },
    })
    if (!values['first-name'] && !values['last-name'] && !values.email) throw usageError(this)
    const wished: NewAdministrator = {
      company: parse(shortText(160), 'company', values.company ?? 'Exploitant du portail'),
      siren: values.siren === undefined ? null : parse(siren, 'siren', values.siren),
      firstName: parse(personName, 'first-name', values['first-name']),
      lastName: parse(personName, 'last-name', values['last-name']),
      email: parse(email, 'email', values.email),
    }
    const { login, link } = await withInstallation(({ inTransaction, configuration }) =>
      inTransaction((tx) => createAdministrator(tx, wished, configuration.appUrl)),
    )
    print(
      say({
        fr: `Administrateur ${login} créé. Lien d’initialisation (7 jours, une seule fois) :\n${link}`,
        en: `Administrator ${login} created. Initialisation link (7 days, single use):\n${link}`,
      }),
    )
    return 0
  },
}
