import { legalFormLabel } from '#contract/rules/company/legal-forms'
import { formatSiren } from '#contract/rules/company/siren'
import { formatIban } from '#contract/rules/payment/iban'
import { dayOf } from '../../../platform/clock.ts'
import type { ScopedTransaction } from '../../../platform/context.ts'
import type { SepaMandateDocument } from '../../../platform/documents/sepa-mandate.ts'
import { Problem } from '../../../platform/problem.ts'
import { type IssuerSettings, issuerSettings } from '../issuer/issuer-settings.ts'
import { lockPayment, openIban, type PaymentServices, recordPayment } from './write-payment.ts'

const countryName = (code: string): string[] =>
  code === 'FR' ? [] : [new Intl.DisplayNames('fr', { type: 'region' }).of(code)?.toUpperCase() ?? code]

interface Postal {
  readonly street: string
  readonly complement: string | null
  readonly postcode: string
  readonly city: string
  readonly country: string
}
const addressLines = (address: Postal): string[] =>
  [address.street, address.complement ?? '', `${address.postcode} ${address.city}`.trim(), ...countryName(address.country)].filter(
    (line) => line !== '',
  )

const euros = (cents: number): string =>
  new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(cents / 100)

/** « SAS au capital de 50 000 € · RCS Nanterre 732 829 320 » */
const legalLine = (issuer: IssuerSettings): string => {
  const form = issuer.legal_form === null ? null : legalFormLabel(issuer.legal_form)
  const capital = issuer.capital_cents === null ? null : `au capital de ${euros(issuer.capital_cents)}`
  const register = issuer.rcs_city && issuer.siren ? `RCS ${issuer.rcs_city} ${formatSiren(issuer.siren)}` : null
  return [[form, capital].filter(Boolean).join(' '), register].filter(Boolean).join(' · ')
}

/** The creditor of every mandate. @throws `issuer_incomplete` until the carrier gave its name, creditor identifier and address. */
const creditorOf = (issuer: IssuerSettings | undefined): SepaMandateDocument['creditor'] => {
  if (!issuer?.creditor_identifier || issuer.street === '' || issuer.city === '') throw new Problem('issuer_incomplete')
  const address = addressLines(issuer)
  return {
    name: issuer.legal_name,
    address,
    small: [issuer.siren && `SIREN ${formatSiren(issuer.siren)}`, issuer.vat_number && `TVA ${issuer.vat_number}`].filter(
      (line): line is string => Boolean(line),
    ),
    ics: issuer.creditor_identifier,
    returnTo: issuer.sender_email ?? [issuer.legal_name, ...address].join(', '),
    legalLine: legalLine(issuer),
  }
}

/** Gathers what the mandate prints, and notes in the history that the account was shown in clear. */
export const mandateDocument = async (
  tx: ScopedTransaction,
  services: PaymentServices,
  reference: string,
  id: string,
): Promise<SepaMandateDocument> => {
  const locked = await lockPayment(tx, reference, id)
  const { company, row } = locked
  if (row.mandate_state === 'revoked') throw new Problem('conflict')
  const creditor = creditorOf(await issuerSettings(tx))
  const iban = await openIban(tx, services.secrets, id)
  await recordPayment(tx, locked, 'payment.mandate_downloaded')
  return {
    reference: row.mandate_reference,
    scheme: row.mandate_scheme === 'b2b' ? 'b2b' : 'core',
    recurrent: true,
    issuedOn: dayOf(row.mandate_made_at ?? row.created_at).toString(),
    creditor,
    debtor: {
      name: row.billing_name ?? company.name,
      address: addressLines({
        street: row.billing_street,
        complement: row.billing_complement,
        postcode: row.billing_postcode,
        city: row.billing_city,
        country: row.billing_country,
      }),
      small: [company.siren && `SIREN ${formatSiren(company.siren)}`, company.reference].filter((line): line is string => Boolean(line)),
    },
    holder: row.holder_name,
    iban: formatIban(iban),
    bic: row.bic,
  }
}
