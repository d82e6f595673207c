import pg from 'pg'
import type { Template } from '#api/templates'
import type { Universe } from '#api/universes'
import { newId } from '../platform/ids.ts'
import { hashToken, newToken } from '../platform/secrets/tokens.ts'

/** A person of the test world, with a complete session. */
export interface Persona {
  readonly userId: string
  readonly contactId: string
  readonly login: string
  readonly company: WorldCompany
  readonly sessionId: string
  /** The session's cookie. */
  readonly token: string
}

export interface WorldCompany {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly headOfficeId: string
  readonly administratorRightId: string
}

interface CompanyOptions {
  readonly name: string
  readonly universes: readonly Universe[]
  readonly ambassador?: WorldCompany
  readonly operator?: WorldCompany
  readonly siren?: string
}

interface PersonOptions {
  readonly firstName?: string
  readonly lastName: string
  readonly company: WorldCompany
  /** Everything, everywhere. */
  readonly administrator?: boolean
  /** Custom rights: templates in a universe, on all sites or some. */
  readonly rights?: readonly { readonly universe: Universe; readonly templates: readonly Template[]; readonly sites?: readonly string[] }[]
  readonly endClient?: boolean
}

/** Builds companies and people straight into the database, as its owner. */
export const worldBuilder = async (ownerUrl: string, now: Date) => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const run = (text: string, values: unknown[] = []) => client.query(text, values)
  await run("select set_config('app.now', $1, false)", [now.toISOString()])

  const addSite = async (company: Pick<WorldCompany, 'id'>, name: string, head = false, city = 'Clichy'): Promise<string> => {
    const id = newId()
    await run(
      `insert into sites (id, company_id, name, is_head_office, street, postcode, commune_code, city) values ($1, $2, $3, $4, '1 rue des Lilas', $5, $6, $7)`,
      [id, company.id, name, head, city === 'Bordeaux' ? '33000' : '92110', city === 'Bordeaux' ? '33063' : '92024', city],
    )
    return id
  }

  const addCompany = async ({ name, universes, ambassador, operator, siren }: CompanyOptions): Promise<WorldCompany> => {
    const id = newId()
    const isAmbassador = universes.includes('ambassador')
    const isOperator = universes.includes('operator')
    const { rows } = await run(
      `insert into companies (id, ambassador_id, operator_id, universes, name, siren) values ($1, $2, $3, $4, $5, $6) returning reference`,
      [id, ambassador?.id ?? (isAmbassador ? id : null), operator?.id ?? (isOperator ? id : null), universes, name, siren ?? null],
    )
    const headOfficeId = await addSite({ id }, 'Siège Social', true)
    const administratorRightId = newId()
    await run(`insert into rights (id, company_id, kind, name) values ($1, $2, 'administrator', 'Administrateur tout Univers')`, [
      administratorRightId,
      id,
    ])
    for (const universe of universes)
      await run(`insert into rights (id, company_id, kind, universe, name) values ($1, $2, 'universe', $3, $4)`, [
        newId(),
        id,
        universe,
        `Univers ${universe}`,
      ])
    return { id, reference: rows[0].reference, name, headOfficeId, administratorRightId }
  }

  const openSession = async (userId: string, endClient = false): Promise<{ sessionId: string; token: string }> => {
    const sessionId = newId()
    const token = `${endClient ? 'e' : 'c'}${newToken()}`
    await run(
      `insert into sessions (id, token_hash, user_id, stage, created_at, last_seen_at, expires_at, ip) values ($1, $2, $3, 'complete', $4, $4, $5, '192.0.2.1')`,
      [sessionId, hashToken(token), userId, now, new Date(now.getTime() + 400 * 86_400_000)],
    )
    return { sessionId, token }
  }

  const grantRight = async (
    company: Pick<WorldCompany, 'id'>,
    userId: string,
    right: { readonly universe: Universe; readonly templates: readonly Template[]; readonly sites?: readonly string[] },
  ): Promise<string> => {
    const id = newId()
    await run(`insert into rights (id, company_id, kind, universe, name, templates, all_sites) values ($1, $2, 'custom', $3, $4, $5, $6)`, [
      id,
      company.id,
      right.universe,
      `Droit ${id.slice(-8)}`,
      right.templates,
      !right.sites,
    ])
    for (const site of right.sites ?? [])
      await run(`insert into right_sites (right_id, site_id, company_id) values ($1, $2, $3)`, [id, site, company.id])
    await run(`insert into user_rights (user_id, right_id, company_id) values ($1, $2, $3)`, [userId, id, company.id])
    return id
  }

  const addPerson = async ({
    firstName = 'Camille',
    lastName,
    company,
    administrator,
    rights = [],
    endClient,
  }: PersonOptions): Promise<Persona> => {
    const contactId = newId()
    const userId = newId()
    const email = `${firstName}.${lastName}`.toLowerCase().replaceAll(/[^a-z.]/g, '')
    await run(`insert into contacts (id, company_id, first_name, last_name, email) values ($1, $2, $3, $4, $5)`, [
      contactId,
      company.id,
      firstName,
      lastName,
      `${email}@test.example`,
    ])
    const { rows } = await run(
      `insert into users (id, company_id, contact_id, display_name, state) values ($1, $2, $3, $4, 'active') returning login`,
      [userId, company.id, contactId, `${firstName} ${lastName}`],
    )
    if (administrator)
      await run(`insert into user_rights (user_id, right_id, company_id) values ($1, $2, $3)`, [
        userId,
        company.administratorRightId,
        company.id,
      ])
    for (const right of rights) await grantRight(company, userId, right)
    return { userId, contactId, login: rows[0].login, company, ...(await openSession(userId, endClient)) }
  }

  return { run, addSite, addCompany, addPerson, grantRight, openSession, close: () => client.end() }
}
export type WorldBuilder = Awaited<ReturnType<typeof worldBuilder>>

/** The people that every isolation test and the access matrix use. */
export const buildWorld = async (build: WorldBuilder) => {
  const carrier = await build.addCompany({ name: 'Opérateur du portail', universes: ['carrier'] })
  const operator = await build.addCompany({ name: 'Horizon Télécom', universes: ['operator', 'client'] })
  const otherOperator = await build.addCompany({ name: 'Atlantique Réseaux', universes: ['operator'] })
  const ambassador = await build.addCompany({ name: 'Réseau Conseil', universes: ['ambassador', 'client'] })
  const client = await build.addCompany({ name: 'Ma Société', universes: ['client'], ambassador })
  const bordeauxId = await build.addSite(client, 'Agence de Bordeaux', false, 'Bordeaux')
  const directClient = await build.addCompany({ name: 'Sans Partenaire', universes: ['client'] })
  const endClient = await build.addCompany({ name: 'Client Final', universes: ['client'], operator })
  const otherEndClient = await build.addCompany({ name: 'Client Atlantique', universes: ['client'], operator: otherOperator })
  const companies = { carrier, operator, otherOperator, ambassador, client, directClient, endClient, otherEndClient }
  const personas = {
    carrierAdministrator: await build.addPerson({ lastName: 'Exploitant', company: carrier, administrator: true }),
    carrierPilot: await build.addPerson({
      firstName: 'Céline',
      lastName: 'Bernard',
      company: carrier,
      rights: [{ universe: 'carrier', templates: ['carrier.pilot'] }],
    }),
    operatorAdministrator: await build.addPerson({ lastName: 'Horizon', company: operator, administrator: true }),
    otherOperatorAdministrator: await build.addPerson({ lastName: 'Atlantique', company: otherOperator, administrator: true }),
    ambassadorAdministrator: await build.addPerson({ lastName: 'Conseil', company: ambassador, administrator: true }),
    clientAdministrator: await build.addPerson({ lastName: 'Martin', company: client, administrator: true }),
    bordeauxTechnician: await build.addPerson({
      lastName: 'Technicien',
      company: client,
      rights: [{ universe: 'client', templates: ['services.read'], sites: [bordeauxId] }],
    }),
    bordeauxEditor: await build.addPerson({
      lastName: 'Editeur',
      company: client,
      rights: [{ universe: 'client', templates: ['company.write'], sites: [bordeauxId] }],
    }),
    companyReader: await build.addPerson({
      lastName: 'Lecteur',
      company: client,
      rights: [{ universe: 'client', templates: ['company.read'] }],
    }),
    accountant: await build.addPerson({
      lastName: 'Comptable',
      company: client,
      rights: [{ universe: 'client', templates: ['billing.read'] }],
    }),
    nobody: await build.addPerson({ lastName: 'Sansdroit', company: client }),
    directClientAdministrator: await build.addPerson({ lastName: 'Direct', company: directClient, administrator: true }),
    endClientAdministrator: await build.addPerson({ lastName: 'Final', company: endClient, administrator: true, endClient: true }),
  }
  return { companies, personas, bordeauxId }
}
export type World = Awaited<ReturnType<typeof buildWorld>>
