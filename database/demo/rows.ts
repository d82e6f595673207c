import { createSecretBox } from '../../server/platform/secrets/secret-box.ts'
import { demoIban } from './identifiers.ts'
import { companyNumbers, type DemoCompany, demoCompany, idOf } from './population.ts'
import type { Cell } from './table-copy.ts'

/** Tables whose triggers rest while they are loaded. */
export const loadedTables = [
  'companies',
  'sites',
  'contacts',
  'users',
  'rights',
  'right_sites',
  'user_rights',
  'payment_details',
  'activity',
] as const

/** Eight in the morning (UTC), that many days ago. */
export const daysBefore = (now: Date, days: number): Date => {
  const midnight = new Date(now)
  midnight.setUTCHours(8, 0, 0, 0)
  return new Date(midnight.getTime() - days * 86_400_000)
}

type Tenant = readonly [string, string | null, string | null]
const tenantOf = (company: DemoCompany): Tenant => [company.id, company.ambassadorId, company.operatorId]
export const tenantColumns = ['company_id', 'ambassador_id', 'operator_id'] as const

/** One table's rows, drawn company by company so that memory stays flat. */
interface Load {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: (company: DemoCompany, now: Date) => Cell[][]
}

export const loads: readonly Load[] = [
  {
    table: 'companies',
    columns: [
      'id',
      'ambassador_id',
      'operator_id',
      'number',
      'universes',
      'state',
      'name',
      'siren',
      'vat_number',
      'ape_code',
      'size',
      'legal_form',
      'einvoicing_address',
      'website',
      'phone',
      'email_sales',
      'email_technical',
      'financial_state',
      // What the sleeping trigger would copy from the head office.
      'head_postcode',
      'head_city',
      'created_at',
    ],
    rows: (company, now) => [
      [
        company.id,
        company.ambassadorId,
        company.operatorId,
        company.number,
        company.universes,
        company.state,
        company.name,
        company.siren,
        company.vatNumber,
        company.apeCode,
        company.size,
        company.legalForm,
        company.siren,
        `https://www.${company.domain}`,
        company.sites[0]?.phone ?? null,
        `contact@${company.domain}`,
        `technique@${company.domain}`,
        company.financialState,
        company.sites[0]?.town[1] ?? '',
        company.sites[0]?.town[0] ?? '',
        daysBefore(now, company.createdDaysAgo),
      ],
    ],
  },
  {
    table: 'sites',
    columns: [
      'id',
      ...tenantColumns,
      'name',
      'is_head_office',
      'siret',
      'street',
      'postcode',
      'commune_code',
      'city',
      'phone',
      'opening_hours',
      'created_at',
    ],
    rows: (company, now) =>
      company.sites.map((site) => [
        site.id,
        ...tenantOf(company),
        site.name,
        site.head,
        site.siret,
        site.street,
        site.town[1],
        site.town[2],
        site.town[0],
        site.phone,
        null,
        daysBefore(now, company.createdDaysAgo),
      ]),
  },
  {
    table: 'contacts',
    columns: ['id', ...tenantColumns, 'site_id', 'first_name', 'last_name', 'job_title', 'phone', 'mobile', 'email', 'created_at'],
    rows: (company, now) =>
      company.contacts.map((contact) => [
        contact.id,
        ...tenantOf(company),
        contact.siteId,
        contact.firstName,
        contact.lastName,
        contact.jobTitle,
        contact.phone,
        contact.mobile,
        contact.email,
        daysBefore(now, company.createdDaysAgo),
      ]),
  },
  {
    table: 'users',
    columns: ['id', ...tenantColumns, 'site_id', 'contact_id', 'login_number', 'display_name', 'state', 'last_sign_in_at', 'created_at'],
    rows: (company, now) =>
      company.users.map((user) => [
        user.id,
        ...tenantOf(company),
        user.contact.siteId,
        user.contact.id,
        user.login,
        user.displayName,
        user.state,
        user.state === 'active' && !user.newcomer ? daysBefore(now, user.login % 30) : null,
        daysBefore(now, company.createdDaysAgo),
      ]),
  },
  {
    table: 'rights',
    columns: ['id', ...tenantColumns, 'kind', 'universe', 'name', 'templates', 'all_sites', 'created_at'],
    rows: (company, now) =>
      company.rights.map((right) => [
        right.id,
        ...tenantOf(company),
        right.kind,
        right.universe,
        right.name,
        right.kind === 'custom' ? right.templates : [],
        right.siteIds === null,
        daysBefore(now, company.createdDaysAgo),
      ]),
  },
  {
    table: 'right_sites',
    columns: ['right_id', 'site_id', ...tenantColumns],
    rows: (company) => company.rights.flatMap((right) => (right.siteIds ?? []).map((site) => [right.id, site, ...tenantOf(company)])),
  },
  {
    table: 'user_rights',
    columns: ['user_id', 'right_id', ...tenantColumns, 'granted_at'],
    rows: (company, now) =>
      company.users.flatMap((user) =>
        user.rightIds.map((right) => [user.id, right, ...tenantOf(company), daysBefore(now, company.createdDaysAgo)]),
      ),
  },
]

/** The rows of one load for a demonstration of that size. */
export const each = function* (load: Load, size: number, now: Date): Generator<Cell[]> {
  for (const number of companyNumbers(size)) yield* load.rows(demoCompany(number), now)
}

export const credentials = function* (size: number, passwordHash: string, now: Date): Generator<Cell[]> {
  for (const number of companyNumbers(size))
    for (const user of demoCompany(number).users) if (user.state !== 'invited') yield [user.id, passwordHash, daysBefore(now, 30)]
}

/** Bank details of the first companies only: sealing has a price, and a large population is there for lists. */
export const paymentDetails = function* (size: number, secretKeys: readonly [string, ...string[]], now: Date): Generator<Cell[]> {
  const box = createSecretBox(secretKeys)
  for (const number of companyNumbers(Math.min(size, 200))) {
    const company = demoCompany(number)
    if (!company.universes.includes('client')) continue
    const id = idOf('payment', number)
    const iban = demoIban(number)
    const signed = number % 3 !== 0
    const [head] = company.sites
    yield [
      id,
      ...tenantOf(company),
      company.name,
      `\\x${box.seal(iban, `payment_details.iban_sealed:${id}`).toString('hex')}`,
      `${iban.slice(0, 4)} •••• •••• •••• ${iban.slice(-4)}`,
      `MOIP-${String(number).padStart(8, '0')}-1`,
      signed ? 'signed' : 'to_sign',
      signed ? daysBefore(now, Math.min(company.createdDaysAgo, 700)).toISOString().slice(0, 10) : null,
      head?.street ?? '',
      head?.town[1] ?? '',
      head?.town[0] ?? '',
      `compta@${company.domain}`,
      daysBefore(now, company.createdDaysAgo),
    ]
  }
}

/** Some months of history for the companies that people look at first. */
export const activity = function* (size: number, now: Date): Generator<Cell[]> {
  let line = 0
  for (const number of companyNumbers(Math.min(size, 60))) {
    const company = demoCompany(number)
    const [actor] = company.users
    if (!actor) continue
    for (const [index, site] of company.sites.entries())
      yield [
        idOf('activity', ++line),
        ...tenantOf(company),
        site.id,
        daysBefore(now, 90 - index * 7 - (number % 20)),
        actor.id,
        actor.displayName,
        company.id,
        company.universes[0] ?? 'client',
        '192.0.2.10',
        'site.updated',
        'site',
        site.id,
        site.name,
        JSON.stringify({ phone: null }),
        JSON.stringify({ phone: site.phone }),
      ]
    yield [
      idOf('activity', ++line),
      ...tenantOf(company),
      null,
      daysBefore(now, 12 + (number % 9)),
      actor.id,
      actor.displayName,
      company.id,
      company.universes[0] ?? 'client',
      '192.0.2.10',
      'company.updated',
      'company',
      null,
      company.name,
      JSON.stringify({ website: null }),
      JSON.stringify({ website: `https://www.${company.domain}` }),
    ]
  }
}
