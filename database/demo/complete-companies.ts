import type pg from 'pg'
import { hashDemoPassword } from './demo-password.ts'
import { loadIssuer } from './issuer.ts'
import type { Step } from './parts.ts'
import { demoCompany, idOf } from './population.ts'
import { daysBefore } from './rows.ts'

const office = (() => {
  const day = [
    { from: '09:00', to: '12:30' },
    { from: '13:30', to: '18:00' },
  ]
  return { week: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: [], sunday: [] }, closings: [] }
})()

/** Opening hours that many offices have, with a lunch break; what somebody entered stays. */
export const setOpeningHours = (client: pg.Client) =>
  client.query('update sites set opening_hours = $1 where is_head_office and opening_hours is null', [JSON.stringify(office)])

/** Somebody of « Ma Société » limited to the Bordeaux site who may read the company: what a limit to a site hides can be seen. */
const person = {
  login: 10,
  firstName: 'Lucie',
  lastName: 'Garnier',
  jobTitle: "Responsable de l'agence de Bordeaux",
  right: 'Agence de Bordeaux',
  templates: ['company.read', 'services.read'],
}

const addPerson = async (client: pg.Client, now: Date): Promise<void> => {
  const company = demoCompany(2)
  const bordeaux = company.sites.find((site) => !site.head)
  const known = await client.query('select from users where login_number = $1', [person.login])
  if (!bordeaux || known.rowCount !== 0) return
  const [contact, user, right] = [idOf('contact', 2 * 64 + 63), idOf('user', person.login), idOf('right', 2 * 16 + 15)]
  const at = daysBefore(now, 45)
  await client.query(
    `insert into contacts (id, company_id, site_id, first_name, last_name, job_title, email, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [contact, company.id, bordeaux.id, person.firstName, person.lastName, person.jobTitle, `lucie.garnier@${company.domain}`, at],
  )
  await client.query(
    `insert into users (id, company_id, site_id, contact_id, login_number, display_name, state, last_sign_in_at, created_at)
     values ($1, $2, $3, $4, $5, $6, 'active', $7, $8)`,
    [user, company.id, bordeaux.id, contact, person.login, `${person.firstName} ${person.lastName}`, daysBefore(now, 3), at],
  )
  await client.query('insert into credentials (user_id, password_hash, changed_at) values ($1, $2, $3)', [
    user,
    await hashDemoPassword(),
    at,
  ])
  await client.query(
    `insert into terms_acceptances (user_id, version, accepted_at, ip)
     select $1, version, $2, '192.0.2.10' from terms_versions order by published_at desc limit 1`,
    [user, daysBefore(now, 20)],
  )
  // A right of that name may have been made by hand meanwhile: then it is left alone.
  const made = await client.query(
    `insert into rights (id, company_id, kind, universe, name, templates, all_sites, created_at)
     values ($1, $2, 'custom', 'client', $3, $4, false, $5) on conflict do nothing`,
    [right, company.id, person.right, person.templates, at],
  )
  if (made.rowCount === 0) return
  await client.query('insert into right_sites (right_id, site_id, company_id) values ($1, $2, $3)', [right, bordeaux.id, company.id])
  await client.query('insert into user_rights (user_id, right_id, company_id, granted_at) values ($1, $2, $3, $4)', [
    user,
    right,
    company.id,
    at,
  ])
}

/** What the first demonstrations lacked: towns of the head offices, their hours, the issuer's settings, somebody limited to a site who reads the company. */
export const completeCompanies: Step = async (client, { secretKeys, now }) => {
  await client.query(
    `update companies c set head_postcode = s.postcode, head_city = s.city from sites s
     where s.company_id = c.id and s.is_head_office and (c.head_postcode, c.head_city) is distinct from (s.postcode, s.city)`,
  )
  await setOpeningHours(client)
  const issuer = await client.query('select from issuer_settings where company_id = $1', [idOf('company', 1)])
  if (issuer.rowCount === 0) await loadIssuer(client, secretKeys)
  await addPerson(client, now)
}
