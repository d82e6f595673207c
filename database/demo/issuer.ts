import type pg from 'pg'
import { issuerIbanContext } from '../../server/domains/companies/issuer/issuer-settings.ts'
import { createSecretBox } from '../../server/platform/secrets/secret-box.ts'
import { demoIban } from './identifiers.ts'
import { demoCompany } from './population.ts'

/** The carrier as it appears on mandates, mails and (later) invoices: invented, but every identifier holds. */
export const loadIssuer = async (client: pg.Client, secretKeys: readonly [string, ...string[]]): Promise<void> => {
  const carrier = demoCompany(1)
  const [head] = carrier.sites
  const iban = demoIban(999_999)
  await client.query(
    `insert into issuer_settings (company_id, legal_name, legal_form, capital_cents, rcs_city, siren, vat_number, creditor_identifier, iban_sealed,
       iban_masked, street, postcode, city, phone, website, sender_name)
     values ($1, $2, '5710', 25000000, 'Nanterre', $3, $4, 'FR72ZZZ123456', $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      carrier.id,
      `${carrier.name} SAS`,
      carrier.siren,
      carrier.vatNumber,
      createSecretBox(secretKeys).seal(iban, issuerIbanContext(carrier.id)),
      `${iban.slice(0, 4)} •••• •••• •••• ${iban.slice(-4)}`,
      head?.street ?? '',
      head?.town[1] ?? '',
      head?.town[0] ?? '',
      head?.phone ?? null,
      `https://www.${carrier.domain}`,
      carrier.name,
    ],
  )
}
