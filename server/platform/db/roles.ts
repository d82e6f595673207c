import { createHmac } from 'node:crypto'
import pg from 'pg'

/** Names of this installation's roles. Roles are cluster-wide, hence the prefix. */
export interface RoleNames {
  readonly u_client: string
  readonly u_end_client: string
  readonly u_ambassador: string
  readonly u_operator: string
  readonly u_carrier: string
  readonly identity: string
  readonly customers: string
  readonly staff: string
  readonly worker: string
}

export const roleNames = (prefix: string): RoleNames => ({
  u_client: `${prefix}_u_client`,
  u_end_client: `${prefix}_u_end_client`,
  u_ambassador: `${prefix}_u_ambassador`,
  u_operator: `${prefix}_u_operator`,
  u_carrier: `${prefix}_u_carrier`,
  identity: `${prefix}_identity`,
  customers: `${prefix}_customers`,
  staff: `${prefix}_staff`,
  worker: `${prefix}_worker`,
})

/** A text without the prefix of the installation in its roles' names. */
export const withoutPrefix = (text: string, prefix: string): string =>
  text.replaceAll(new RegExp(`\\b${prefix}_(?=(?:${Object.keys(roleNames('')).join('|')})\\b)`, 'g'), '')

export const logins = ['identity', 'customers', 'staff', 'worker'] as const
export type Login = (typeof logins)[number]

/** The password of a login follows from the installation's secret: every process knows it, nobody stores it. */
export const loginPassword = (secret: string, role: string): string =>
  createHmac('sha256', secret).update(`database login ${role}`).digest('base64url')

/** Creates what is missing and sets the passwords. Needs CREATEROLE. */
export const ensureRoles = async (client: pg.Client, roles: RoleNames, secret: string): Promise<void> => {
  const existing = new Set((await client.query('select rolname from pg_roles')).rows.map((row) => row.rolname as string))
  const create = async (name: string, options: string) => {
    if (!existing.has(name)) await client.query(`create role ${pg.escapeIdentifier(name)} ${options}`)
  }
  for (const name of [roles.u_client, roles.u_end_client, roles.u_ambassador, roles.u_operator, roles.u_carrier])
    await create(name, 'nologin noinherit')
  for (const login of logins) {
    await create(roles[login], 'login noinherit nosuperuser nocreatedb nocreaterole')
    await client.query(`alter role ${pg.escapeIdentifier(roles[login])} password ${pg.escapeLiteral(loginPassword(secret, roles[login]))}`)
  }
  const member = async (role: string, login: string) =>
    client.query(`grant ${pg.escapeIdentifier(role)} to ${pg.escapeIdentifier(login)} with inherit false, set true`)
  for (const role of [roles.u_client, roles.u_end_client, roles.u_ambassador, roles.u_operator]) await member(role, roles.customers)
  // One injection in the customers' pool is not everything: its login cannot become the carrier.
  await member(roles.u_carrier, roles.staff)
}
