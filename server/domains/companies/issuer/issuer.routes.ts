import { sql } from 'kysely'
import { type Issuer, readIssuer, readIssuerLogo, writeIssuer, writeIssuerIban, writeIssuerLogo } from '#api/companies/issuer/issuer'
import { frenchVatNumber, vatNumberBelongsTo } from '#api/companies/rules/company/vat-number'
import { bicMatchesIban } from '#api/companies/rules/payment/bic'
import { maskIban } from '#api/companies/rules/payment/iban'
import type { Scope } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { first, found } from '../../../platform/db/questions.ts'
import { readAll } from '../../../platform/http/read-all.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import type { SecretBox } from '../../../platform/secrets/secret-box.ts'
import { changes, recordActivity } from '../../activity/record-activity.ts'
import { mayAdministerCompanies } from '../portfolio/list/portfolio.policy.ts'
import { type IssuerSettings, issuerIbanContext, issuerSettings, issuerSettingsQuery } from './issuer-settings.ts'

const sheetOf = (row: IssuerSettings) => ({
  legalName: row.legal_name,
  legalForm: row.legal_form,
  capitalCents: row.capital_cents,
  rcsCity: row.rcs_city,
  siren: row.siren,
  vatNumber: row.vat_number,
  creditorIdentifier: row.creditor_identifier,
  bic: row.bic,
  street: row.street,
  complement: row.complement,
  postcode: row.postcode,
  city: row.city,
  country: row.country,
  phone: row.phone,
  website: row.website,
  senderName: row.sender_name,
  senderEmail: row.sender_email,
  termsOfSaleVersion: row.terms_of_sale_version,
  termsOfSale: row.terms_of_sale,
})

const present = (scope: Scope, row: IssuerSettings): Issuer => ({
  ...sheetOf(row),
  ibanMasked: row.iban_masked,
  hasLogo: row.logo !== null,
  version: row.version,
  updatedAt: row.updated_at.toISOString(),
  abilities: { edit: mayAdministerCompanies(scope) },
})

/** Before anything was saved: what the carrier's own sheet says. */
const proposal = (
  scope: Scope,
  company: { name: string; siren: string | null; vat_number: string | null; legal_form: string | null } | undefined,
  site: { street: string; complement: string | null; postcode: string; city: string; country: string } | undefined,
): Issuer => ({
  legalName: company?.name ?? scope.companyName,
  legalForm: company?.legal_form ?? null,
  capitalCents: null,
  rcsCity: null,
  siren: company?.siren ?? null,
  vatNumber: company?.vat_number ?? (company?.siren ? frenchVatNumber(company.siren) : null),
  creditorIdentifier: null,
  ibanMasked: null,
  bic: null,
  street: site?.street ?? '',
  complement: site?.complement ?? null,
  postcode: site?.postcode ?? '',
  city: site?.city ?? '',
  country: site?.country ?? 'FR',
  phone: null,
  website: null,
  senderName: null,
  senderEmail: null,
  termsOfSaleVersion: null,
  termsOfSale: null,
  hasLogo: false,
  version: 0,
  updatedAt: null,
  abilities: { edit: mayAdministerCompanies(scope) },
})

const read = route(readIssuer, async (ctx) => {
  const { scope, settings, company, headOffice } = await ctx.read({
    settings: first(issuerSettingsQuery),
    company: first(
      db
        .selectFrom('companies')
        .select(['name', 'siren', 'vat_number', 'legal_form'])
        .where('id', '=', sql<string>`(select app.company_id())`),
    ),
    headOffice: first(
      db
        .selectFrom('sites')
        .select(['street', 'complement', 'postcode', 'city', 'country'])
        .where('company_id', '=', sql<string>`(select app.company_id())`)
        .where('is_head_office', '=', true),
    ),
  })
  return settings ? present(scope, settings) : proposal(scope, company, headOffice)
})

const write = route(writeIssuer, (ctx, { body }) =>
  ctx.write(async (tx) => {
    const current = await issuerSettings(tx)
    if ((current?.version ?? 0) !== body.version) throw new Problem('version_conflict', { current: current && present(tx.scope, current) })
    if (body.siren && body.vatNumber && !vatNumberBelongsTo(body.vatNumber, body.siren))
      throw fieldProblem('vatNumber', 'vat_number_mismatch')
    const { version, ...sheet } = body
    const row = {
      legal_name: sheet.legalName,
      legal_form: sheet.legalForm,
      capital_cents: sheet.capitalCents,
      rcs_city: sheet.rcsCity,
      siren: sheet.siren,
      vat_number: sheet.vatNumber,
      creditor_identifier: sheet.creditorIdentifier,
      bic: sheet.bic,
      street: sheet.street,
      complement: sheet.complement,
      postcode: sheet.postcode,
      city: sheet.city,
      country: sheet.country,
      phone: sheet.phone,
      website: sheet.website,
      sender_name: sheet.senderName,
      sender_email: sheet.senderEmail,
      terms_of_sale_version: sheet.termsOfSaleVersion,
      terms_of_sale: sheet.termsOfSale,
      updated_at: tx.now,
      version: version + 1,
    }
    const written = await tx.run(
      db
        .insertInto('issuer_settings')
        .values({ company_id: tx.scope.companyId, ...row })
        .onConflict((conflict) => conflict.column('company_id').doUpdateSet(row).where('issuer_settings.version', '=', version)),
    )
    if (written === 0) throw new Problem('conflict')
    const changed = changes<Record<string, unknown>>(current ? sheetOf(current) : {}, sheet)
    if (changed)
      await recordActivity(tx, {
        companyId: tx.scope.companyId,
        action: 'issuer.updated',
        objectKind: 'issuer',
        objectLabel: sheet.legalName,
        ...changed,
      })
    return { version: version + 1 }
  }),
)

const writeIban = (box: SecretBox) =>
  route(writeIssuerIban, (ctx, { body }) =>
    ctx.write(async (tx) => {
      const current = await issuerSettings(tx)
      if (!current) throw new Problem('conflict')
      if (current.bic && !bicMatchesIban(current.bic, body.iban)) throw fieldProblem('iban', 'bic_iban_mismatch')
      const ibanMasked = maskIban(body.iban)
      await tx.run(
        db
          .updateTable('issuer_settings')
          .set({
            iban_sealed: box.seal(body.iban, issuerIbanContext(current.company_id)),
            iban_masked: ibanMasked,
            updated_at: tx.now,
          })
          .where('company_id', '=', current.company_id),
      )
      await recordActivity(tx, {
        companyId: tx.scope.companyId,
        action: 'issuer.iban_changed',
        objectKind: 'issuer',
        objectLabel: current.legal_name,
        before: { iban: current.iban_masked },
        after: { iban: ibanMasked },
      })
      return { ibanMasked }
    }),
  )

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** What the bytes say, whatever the browser called them. */
const imageType = (bytes: Buffer): 'image/png' | 'image/jpeg' | null => {
  if (bytes.subarray(0, 8).equals(png)) return 'image/png'
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff ? 'image/jpeg' : null
}

const writeLogo = route(writeIssuerLogo, async (ctx, { stream }) => {
  await ctx.enter()
  const bytes = await readAll(stream, writeIssuerLogo.bodyLimit ?? 0)
  await ctx.write(async (tx) => {
    const type = imageType(bytes)
    if (!type) throw new Problem('unsupported_media_type')
    const done = await tx.run(db.updateTable('issuer_settings').set({ logo: bytes, logo_type: type, updated_at: tx.now }))
    if (done === 0) throw new Problem('conflict')
    await recordActivity(tx, { companyId: tx.scope.companyId, action: 'issuer.logo_changed', objectKind: 'issuer' })
  })
})

const readLogo = route(readIssuerLogo, async (ctx, _input, reply) => {
  const { settings } = await ctx.read({ settings: found(issuerSettingsQuery) })
  if (!settings.logo) throw new Problem('not_found')
  reply.file(settings.logo, settings.logo_type === 'image/jpeg' ? 'logo.jpg' : 'logo.png')
})

export const issuerRoutes = (box: SecretBox): Route[] => [read, write, writeIban(box), writeLogo, readLogo]
