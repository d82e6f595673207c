import { formatSiren } from '#api/companies/rules/company/siren'
import { formatIban } from '#api/companies/rules/payment/iban'
import type { Language } from '#api/languages'
import { dayOf } from '../../../platform/clock.ts'
import type { ScopedTransaction } from '../../../platform/context.ts'
import type { SepaMandateDocument } from '../../../platform/documents/sepa-mandate.ts'
import { Problem } from '../../../platform/problem.ts'
import { shownEmail } from '../../../platform/shown-address.ts'
import { addressLines, identityLines, legalLine } from '../issuer/issuer-lines.ts'
import { type IssuerSettings, issuerSettings, printedLogo } from '../issuer/issuer-settings.ts'
import { lockPayment, openIban, type PaymentTools, recordPayment } from './write-payment.ts'

/** The creditor of every mandate. @throws `issuer_incomplete` until the carrier gave its name, creditor identifier and address. */
const creditorOf = (issuer: IssuerSettings | undefined, language: Language): SepaMandateDocument['creditor'] => {
  if (!issuer?.creditor_identifier || issuer.street === '' || issuer.city === '') throw new Problem('issuer_incomplete')
  const address = addressLines(issuer, language)
  return {
    name: issuer.legal_name,
    address,
    small: identityLines(issuer, language),
    ics: issuer.creditor_identifier,
    returnTo: issuer.sender_email ? shownEmail(issuer.sender_email) : [issuer.legal_name, ...address].join(', '),
    legalLine: legalLine(issuer, language),
  }
}

/** Gathers what the mandate prints, and notes in the history that the account was shown in clear. */
export const mandateDocument = async (
  tx: ScopedTransaction,
  tools: PaymentTools,
  reference: string,
  id: string,
): Promise<SepaMandateDocument> => {
  const locked = await lockPayment(tx, reference, id)
  const { company, row } = locked
  if (row.mandate_state === 'revoked') throw new Problem('conflict')
  // For whoever asks for it: the person who has it signed.
  const { language } = tx.scope
  const issuer = await issuerSettings(tx)
  const creditor = creditorOf(issuer, language)
  const iban = await openIban(tx, tools.secrets, id)
  await recordPayment(tx, locked, 'payment.mandate_downloaded')
  return {
    language,
    logo: printedLogo(issuer),
    reference: row.mandate_reference,
    scheme: row.mandate_scheme === 'b2b' ? 'b2b' : 'core',
    recurrent: true,
    issuedOn: dayOf(row.mandate_made_at ?? row.created_at).toString(),
    creditor,
    debtor: {
      name: row.billing_name ?? company.name,
      address: addressLines(
        {
          street: row.billing_street,
          complement: row.billing_complement,
          postcode: row.billing_postcode,
          city: row.billing_city,
          country: row.billing_country,
        },
        language,
      ),
      small: [company.siren && `SIREN ${formatSiren(company.siren)}`, company.reference].filter((line): line is string => Boolean(line)),
    },
    holder: row.holder_name,
    iban: formatIban(iban),
    bic: row.bic,
  }
}
